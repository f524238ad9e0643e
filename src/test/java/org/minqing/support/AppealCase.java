package org.minqing.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.minqing.process.AppealHandling;
import org.minqing.process.PlannedWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A submitted appeal: who does what with it, each through the API as himself, and how it stands. People are named without
 * their locality: {@code grid-01} of an appeal of Ganshui is {@code ganshui-grid-01}.
 */
public final class AppealCase {

    private final Api api;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final String locality;
    private final String number;
    private final String code;
    private final ProcessInstance process;

    AppealCase(Api api, ProcessEngine engine, JdbcClient jdbc, String locality, String number, String code) {
        this.api = api;
        this.engine = engine;
        this.jdbc = jdbc;
        this.locality = locality;
        this.number = number;
        this.code = code;
        process = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(AppealHandling.PROCESS)
                .singleResult();
    }

    public String number() {
        return number;
    }

    /** One of its sub-cases, which nobody follows with a code. */
    public AppealCase subCase(String number) {
        return new AppealCase(api, engine, jdbc, locality, number, null);
    }

    /** The dispatcher lets it go where the tables say, if he is asked. */
    public AppealCase dispatchedAsDecided() {
        var asked =
                tasks().stream().anyMatch(task -> task.getTaskDefinitionKey().equals(AppealHandling.DISPATCH));
        return asked ? dispatchedBy("dispatcher", appeal("handling_post")) : this;
    }

    /** Somebody of the demonstration to whom its task is offered: whom another test hired is gone when he is needed. */
    public String offeredTo() {
        return engine.getTaskService().getIdentityLinksForTask(tasks().get(0).getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .flatMap(link ->
                        engine.getIdentityService().createUserQuery().memberOfGroup(link.getGroupId()).list().stream())
                .map(User::getId)
                .filter(api::knows)
                .map(user -> user.substring(locality.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    public ProcessInstance process() {
        return process;
    }

    public AppealCase respondedBy(String person) {
        return done(person, "respondAppeal", """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"现场看过"}""");
    }

    /** @param how phone, counter or online */
    public AppealCase answeredBy(String person, String how) {
        return done(
                person,
                "answerConsultation",
                "{\"action\":\"answered\",\"answerKind\":\"" + how + "\",\"answer\":\"带身份证和房产证到服务大厅办理\"}");
    }

    public AppealCase passedOnBy(String person) {
        return done(person, "answerConsultation", """
                {"action":"passedOn","passOnReason":"要上门看一看"}""");
    }

    public AppealCase praisePassedOnBy(String person) {
        return done(person, "passOnPraise", """
                {"thanks":"谢谢您的肯定","passedTo":"二居社区网格员"}""");
    }

    /** He takes the task that waits, and does not do it yet. */
    public AppealCase claimedBy(String person) {
        var task = tasks().get(0);
        return done(desk(person).post("/api/tasks/" + task.getId() + "/claim", "{}"));
    }

    public AppealCase calledBy(String person) {
        return done(person, "respondAppeal", """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"电话问过"}""");
    }

    /** What the ledger keeps beside a fact. */
    public String detail(String clock, String kind) {
        return jdbc.sql("select detail from sla_ledger where appeal = ? and clock = ? and kind = ?")
                .params(number, clock, kind)
                .query(String.class)
                .single();
    }

    /** @param action what somebody who set out because of a danger reports */
    public AppealCase inDanger(String person, String action) {
        return done(triesInDanger(person, action));
    }

    public Api.Answer triesInDanger(String person, String action) {
        return tries(
                person,
                "removeDanger",
                switch (action) {
                    case "returned" -> "{\"action\":\"returned\",\"returnReason\":\"在另一处现场\"}";
                    case "progress" -> "{\"action\":\"progress\",\"finding\":\"正在关阀\"}";
                    case "contacted" -> """
                        {"action":"contacted","contactPhone":"023-0000-7001","contactWith":"resident","finding":"请先出来"}""";
                    default -> "{\"action\":\"" + action + "\",\"contactWith\":\"resident\",\"finding\":\"阀门已关\"}";
                });
    }

    public AppealCase residentMissedBy(String person) {
        return done(person, "respondAppeal", """
                {"action":"notReached","attemptKind":"phone"}""");
    }

    public AppealCase arrivedBy(String person) {
        return done(person, handlingForm(), """
                {"action":"arrived","arrivalNote":"已到现场"}""");
    }

    /** @param change extend or pause */
    public AppealCase asks(String person, String change, int days) {
        return done(triesToAsk(person, change, days));
    }

    public Api.Answer triesToAsk(String person, String change, int days) {
        return tries(
                person,
                handlingForm(),
                "{\"action\":\"limitChange\",\"change\":\"" + change + "\",\"changeReason\":\"complexity\",\"days\":"
                        + days + ",\"explanation\":\"需要多方协调\"}");
    }

    public AppealCase goesOn(String person) {
        return done(triesToGoOn(person));
    }

    public Api.Answer triesToGoOn(String person) {
        return tries(person, handlingForm(), "{\"action\":\"limitChange\",\"change\":\"resume\"}");
    }

    public AppealCase grantedBy(String person) {
        return done(triesToDecide(person, "approved"));
    }

    /** @param action approved or refused */
    public Api.Answer triesToDecide(String person, String action) {
        return tries(person, "approveLimitChange", "{\"action\":\"" + action + "\",\"opinion\":\"情况属实\"}");
    }

    public AppealCase responseReturnedBy(String person) {
        return done(person, "respondAppeal", """
                {"action":"returned","returnGround":"notOurRemit","returnReason":"按职责清单，这件事不归本单位办理"}""");
    }

    public AppealCase reroutedBy(String person, String unit) {
        return done(
                person, "rerouteAppeal", "{\"action\":\"reroute\",\"respondUnit\":\"" + unit + "\",\"note\":\"改派\"}");
    }

    /** The dispatcher gives it to a post of any unit. */
    public AppealCase assignedBy(String person, String group) {
        return done(
                person, "rerouteAppeal", "{\"action\":\"assign\",\"holder\":\"" + group + "\",\"note\":\"电话里说不清地点\"}");
    }

    /** Whoever answers an overdue clock gives the appeal to somebody else. */
    public Api.Answer triesToReassign(String person, String group) {
        return tries(
                person,
                "superviseOverdue",
                "{\"measure\":\"reassign\",\"holder\":\"" + group + "\",\"instruction\":\"无人响应，换单位办理\"}");
    }

    public AppealCase reassignedBy(String person, String group) {
        return done(triesToReassign(person, group));
    }

    public AppealCase dispatchedBy(String person, String post) {
        return done(person, "dispatchAppeal", "{\"action\":\"dispatch\",\"post\":\"" + post + "\",\"note\":\"派单\"}");
    }

    public AppealCase dispatcherMergesInto(AppealCase original) {
        return done(
                "dispatcher",
                "dispatchAppeal",
                "{\"action\":\"merge\",\"original\":\"" + original.number + "\",\"note\":\"同一事项\"}");
    }

    public AppealCase handledBy(String person) {
        return done(triesToHandle(person, "不等会办意见，已经清理"));
    }

    /** @param why he answers before all opinions are there; null if he does not say, where the form asks */
    public Api.Answer triesToHandle(String person, String why) {
        var form = handlingForm();
        return tries(
                person,
                form,
                "{\"action\":\"done\",\"result\":\"已经清理\",\"outcome\":\"solved\",\"evidenceKind\":\"document\",\"evidence\":\"现场照片3张，存社区工作群\""
                        + (why == null || form.equals("handleDirectly")
                                ? "}"
                                : ",\"withoutOpinions\":\"" + why + "\"}"));
    }

    /** @param position agreed, needs or notOurs */
    public AppealCase opinionBy(String person, String position) {
        return done(
                person,
                "giveOpinion",
                "{\"position\":\"" + position + "\",\"jointOpinion\":\"管线由我们改，路面请住建恢复\""
                        + (position.equals("notOurs") ? "}" : ",\"figure\":\"概算 3 万元\"}"));
    }

    public AppealCase consultedBy(String person) {
        return done(person, handlingForm(), """
                {"action":"consulted","tookPart":"物业企业、居民代表","consultationOutcome":"商定先划线，下周施工"}""");
    }

    /** Of its own process and of those beside it. */
    public List<Task> allTasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .list();
    }

    /** @param proved what came of it and what proves it, as the form has it, without the braces */
    public Api.Answer triesToEnd(String person, String proved) {
        return tries(person, handlingForm(), "{\"action\":\"done\",\"result\":\"已经研究\"," + proved + "}");
    }

    public AppealCase endedBy(String person, String proved) {
        return done(triesToEnd(person, proved));
    }

    /** The result is a plan. */
    public AppealCase plannedBy(String person, String until) {
        return endedBy(person, "\"outcome\":\"planned\",\"planUntil\":\"" + until + "\"");
    }

    /** @param how what happened to the plan, as the form has it, without the braces */
    public Api.Answer triesToFollow(String person, String how) {
        return tries(person, "followPlan", "{\"result\":\"施工队已进场\"," + how + "}");
    }

    public AppealCase followedBy(String person, String how) {
        return done(triesToFollow(person, how));
    }

    /** @param action approved or refused */
    public AppealCase planDecidedBy(String person, String action) {
        return done(person, "decidePlan", "{\"action\":\"" + action + "\",\"opinion\":\"情况属实\"}");
    }

    /** Open tasks of its plan, which is a process of its own. */
    public List<String> planTasks() {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(PlannedWork.PROCESS)
                .orderByTaskName()
                .asc()
                .list()
                .stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    public AppealCase progressedBy(String person) {
        return done(person, handlingForm(), """
                {"action":"progress","result":"已联系施工队"}""");
    }

    public AppealCase handlingReturnedBy(String person) {
        return done(person, handlingForm(), """
                {"action":"returned","returnGround":"notOurRemit","returnReason":"按职责清单，这件事不归本单位办理"}""");
    }

    /** Whose a disputed appeal is. */
    public AppealCase settledBy(String person, String group) {
        return done(person, "settleRemit", "{\"holder\":\"" + group + "\",\"settlementReason\":\"按部门职责分工第五条确定\"}");
    }

    /** It was looked into whom a confidential appeal is about. */
    public AppealCase aboutNobodyBy(String person) {
        return done(person, "nameSubject", """
                {"action":"none","reason":"不涉及本地工作人员"}""");
    }

    public AppealCase supervisedBy(String person) {
        return done(person, "superviseOverdue", """
                {"measure":"urge","instruction":"今天办结"}""");
    }

    public AppealCase residentNotReachedBy(String person) {
        return done(person, "callResident", """
                {"action":"notReached"}""");
    }

    public AppealCase calledBackBy(String person, boolean satisfied) {
        return done(
                person,
                "callResident",
                satisfied
                        ? "{\"action\":\"reached\",\"contacted\":\"yes\",\"answer\":\"yes\",\"grade\":\"5\"}"
                        : "{\"action\":\"reached\",\"contacted\":\"yes\",\"answer\":\"no\",\"grade\":\"2\"}");
    }

    /** @param action redo or close */
    public AppealCase reviewedBy(String person, String action) {
        return done(person, "reviewDissatisfied", "{\"action\":\"" + action + "\",\"opinion\":\"已经复核\"}");
    }

    public AppealCase rated(boolean satisfied) {
        return done(triesToRate(satisfied));
    }

    /** With the answer to what the resident is asked. */
    public Api.Answer triesToRate(boolean satisfied) {
        var asked = api.get("/api/track/" + code).json().at("/result/asked").asText("resolved");
        return api.post(
                "/api/track/" + code + "/rating",
                "{\"grade\":" + (satisfied ? 5 : 2) + ",\"" + asked + "\":" + satisfied + ",\"contacted\":true}");
    }

    /** With what he has to say about it. */
    public Api.Answer triesToRate(int grade, boolean resolved, String comment) {
        return api.post(
                "/api/track/" + code + "/rating",
                "{\"grade\":" + grade + ",\"resolved\":" + resolved + ",\"contacted\":true,\"comment\":\"" + comment
                        + "\"}");
    }

    public String code() {
        return code;
    }

    /** The resident says that nobody called. */
    public AppealCase denied() {
        return done(triesToAnswer(false));
    }

    public AppealCase confirmed() {
        return done(triesToAnswer(true));
    }

    public Api.Answer triesToAnswer(boolean reached) {
        return api.post("/api/track/" + code + "/contact", "{\"reached\":" + reached + "}");
    }

    /** Content with the result, but nobody ever called. */
    public Api.Answer ratesAsNeverContacted() {
        return api.post("/api/track/" + code + "/rating", "{\"grade\":4,\"resolved\":true,\"contacted\":false}");
    }

    public AppealCase contactCheckedBy(String person, boolean made) {
        return done(triesToCheckContact(person, made));
    }

    public Api.Answer triesToCheckContact(String person, boolean made) {
        return tries(
                person,
                "checkContact",
                made
                        ? "{\"action\":\"made\",\"basis\":\"通话记录相符\"}"
                        : "{\"action\":\"notMade\",\"basis\":\"没有通话记录\",\"measure\":\"contactAgain\"}");
    }

    /** In the middle of handling the resident is called once more. */
    public AppealCase calledAgainBy(String person) {
        return done(person, handlingForm(), """
                {"action":"contacted","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","contactNote":"说明了进展"}""");
    }

    public AppealCase withdrawn() {
        return done(triesToWithdraw());
    }

    public Api.Answer triesToWithdraw() {
        return api.post("/api/track/" + code + "/withdrawal", "{}");
    }

    public AppealCase mergedInto(AppealCase original) {
        return done(triesToMergeInto(original));
    }

    public Api.Answer triesToMergeInto(AppealCase original) {
        return desk("dispatcher")
                .post("/api/appeals/" + number + "/merge", "{\"original\":\"" + original.number + "\"}");
    }

    /** What the resident sees, as JSON. */
    public String tracked() {
        return api.get("/api/track/" + code).raw().body();
    }

    /** Whatever comes of it. */
    public Api.Answer tries(String person, String form, String answers) {
        return desk(person).complete(form, number, answers);
    }

    public Api desk(String person) {
        return api.as(locality + "-" + person);
    }

    private AppealCase done(String person, String form, String answers) {
        return done(tries(person, form, answers));
    }

    private AppealCase done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return this;
    }

    private String handlingForm() {
        return tasks().stream()
                .map(task -> task.getTaskDefinitionKey().substring("userTask_".length()))
                .filter(form -> form.startsWith("handle"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody is handling " + number));
    }

    public List<Task> tasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process.getId())
                .list();
    }

    public Task task(String key) {
        return tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + key + " of " + number));
    }

    public String status() {
        return appeal("status");
    }

    /** A column of the appeal, as text. */
    public String appeal(String column) {
        return jdbc.sql("select " + column + "::text from appeal where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** Such as {@code RESPOND 0 OPENED}, oldest first. */
    public List<String> ledger() {
        return jdbc.sql("select clock || ' ' || round || ' ' || kind from sla_ledger where appeal = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }

    /** Such as {@code RESOLVE 1 MET}; a clock without a verdict yet says RUNNING. */
    public List<String> clocks() {
        return jdbc.sql("""
                select clock || ' ' || round || ' ' || coalesce(outcome, 'RUNNING') from sla_clock
                where appeal = ? order by round, opened_at, due_at""").param(number).query(String.class).list();
    }

    /** All that could change when somebody does something with it. */
    public List<Map<String, Object>> everythingKept() {
        return jdbc.sql("""
                select a::text as row from appeal a where number = :number
                union all select e::text from appeal_event e where appeal = :number
                union all select c::text from sla_clock c where appeal = :number
                union all select l::text from sla_ledger l where appeal = :number
                union all select t.id_ || t.task_def_key_ || coalesce(t.assignee_, '') || coalesce(t.delegation_, '')
                  from act_ru_task t where proc_inst_id_ = :process
                union all select e.id_ || e.act_id_ from act_ru_execution e where proc_inst_id_ = :process
                union all select v.id_ || v.name_ || coalesce(v.text_, '') || coalesce(v.long_::text, '')
                  from act_ru_variable v where proc_inst_id_ = :process
                union all select j.id_ || j.duedate_ from act_ru_job j where process_instance_id_ = :process
                order by row""")
                .param("number", number)
                .param("process", process.getId())
                .query()
                .listOfRows();
    }
}
