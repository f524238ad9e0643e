package org.minqing.proof.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.minqing.MinqingApplication;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Facts;
import org.minqing.desk.worklist.Worklist;
import org.minqing.feedback.Feedback;
import org.minqing.feedback.Rating;
import org.minqing.intake.Attempt;
import org.minqing.intake.Intake;
import org.minqing.intake.Submission;
import org.minqing.outcome.Question;
import org.minqing.security.StaffDirectory;
import org.minqing.security.StaffMember;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** This application, whole and as it is shipped, used through its services. */
final class Ours implements Side, AutoCloseable {

    private static final Map<String, Object> RESPONSE = Map.of(
            "action",
            "responded",
            "contactKind",
            "onSite",
            "contactWith",
            "resident",
            "finding",
            "到场查看，积水约五厘米，已告知居民办理安排。");
    private static final Map<String, Object> RESULT = Map.of(
            "action", "done",
            "result", "已疏通排水口，积水退去。",
            "outcome", "solved",
            "evidenceKind", "document",
            "evidence", "现场照片两张，居民已看过。");
    private static final Map<String, Object> NOT_REACHED = Map.of("action", "notReached");

    private final ConfigurableApplicationContext application;
    private final StatementCounter database;
    private final Intake intake;
    private final Worklist worklist;
    private final Feedback feedback;
    private final TaskService tasks;
    private final StaffMember gridWorker;
    private final StaffMember secretary;
    private final StaffMember caller;

    Ours(Path data) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(MinqingApplication.ZONE));
        application = new SpringApplicationBuilder(MinqingApplication.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new Counted()))
                .run("--server.port=0", "--minqing.data-dir=" + data, "--minqing.demonstration-appeals=false");
        database = application.getBean(StatementCounter.class);
        intake = application.getBean(Intake.class);
        worklist = application.getBean(Worklist.class);
        feedback = application.getBean(Feedback.class);
        tasks = application.getBean(TaskService.class);
        gridWorker = member("shibu-grid-01");
        secretary = member("shibu-secretary-chengxi");
        caller = member("shibu-caller");
    }

    private StaffMember member(String user) {
        return application
                .getBean(StaffDirectory.class)
                .account(user)
                .orElseThrow()
                .member();
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public StatementCounter database() {
        return database;
    }

    @Override
    public void lifecycle() {
        var receipt = intake.accept(
                new Submission(
                        "shibu",
                        "phone",
                        "help",
                        "other",
                        "门前积水",
                        "雨后门前积水两天没有退。",
                        "shibu-chengxi-1-01",
                        "城西路 8 号门前",
                        null,
                        "住户",
                        "000-0000-0000",
                        false,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        Facts.NONE),
                Attempt.of(UUID.randomUUID().toString(), "the same body every time"),
                Actor.RESIDENT);
        complete(gridWorker, receipt.number(), RESPONSE);
        complete(secretary, receipt.number(), RESULT);
        complete(caller, receipt.number(), NOT_REACHED);
        feedback.rate(receipt.trackingCode(), new Rating(Question.SOLVED, 5, true, true, "处理及时"));
    }

    private void complete(StaffMember person, String number, Map<String, Object> answers) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult();
        worklist.complete(person, task.getId(), answers);
    }

    @Override
    public void close() {
        application.close();
    }

    private static class Counted implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource source ? new StatementCounter(source) : bean;
        }
    }
}
