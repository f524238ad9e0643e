package org.minqing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.minqing.support.Api;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A submitted appeal: who does what with it, each through the API as himself, and how it stands. People are named without
 * their locality: {@code grid-01} of an appeal of Ganshui is {@code ganshui-grid-01}.
 */
final class AppealCase {

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

    String number() {
        return number;
    }

    ProcessInstance process() {
        return process;
    }

    AppealCase respondedBy(String person) {
        return done(person, "respondAppeal", """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"现场看过"}""");
    }

    /** He takes the task that waits, and does not do it yet. */
    AppealCase claimedBy(String person) {
        var task = tasks().get(0);
        return done(desk(person).post("/api/tasks/" + task.getId() + "/claim", "{}"));
    }

    AppealCase calledBy(String person) {
        return done(person, "respondAppeal", """
                {"action":"responded","contactKind":"phone","contactWith":"resident","finding":"电话问过"}""");
    }

    /** What the ledger keeps beside a fact. */
    String detail(String clock, String kind) {
        return jdbc.sql("select detail from sla_ledger where appeal = ? and clock = ? and kind = ?")
                .params(number, clock, kind)
                .query(String.class)
                .single();
    }

    AppealCase residentMissedBy(String person) {
        return done(person, "respondAppeal", """
                {"action":"notReached","attemptKind":"phone"}""");
    }

    AppealCase arrivedBy(String person) {
        return done(person, handlingForm(), """
                {"action":"arrived","arrivalNote":"已到现场"}""");
    }

    /** @param change extend or pause */
    AppealCase asks(String person, String change, int days) {
        return done(triesToAsk(person, change, days));
    }

    Api.Answer triesToAsk(String person, String change, int days) {
        return tries(
                person,
                handlingForm(),
                "{\"action\":\"limitChange\",\"change\":\"" + change + "\",\"changeReason\":\"complexity\",\"days\":"
                        + days + ",\"explanation\":\"需要多方协调\"}");
    }

    AppealCase goesOn(String person) {
        return done(triesToGoOn(person));
    }

    Api.Answer triesToGoOn(String person) {
        return tries(person, handlingForm(), "{\"action\":\"limitChange\",\"change\":\"resume\"}");
    }

    AppealCase grantedBy(String person) {
        return done(triesToDecide(person, "approved"));
    }

    /** @param action approved or refused */
    Api.Answer triesToDecide(String person, String action) {
        return tries(person, "approveLimitChange", "{\"action\":\"" + action + "\",\"opinion\":\"情况属实\"}");
    }

    AppealCase responseReturnedBy(String person) {
        return done(person, "respondAppeal", """
                {"action":"returned","returnReason":"不在本网格"}""");
    }

    AppealCase reroutedBy(String person, String unit) {
        return done(
                person, "rerouteAppeal", "{\"action\":\"reroute\",\"respondUnit\":\"" + unit + "\",\"note\":\"改派\"}");
    }

    AppealCase dispatchedBy(String person, String post) {
        return done(person, "dispatchAppeal", "{\"action\":\"dispatch\",\"post\":\"" + post + "\",\"note\":\"派单\"}");
    }

    AppealCase dispatcherMergesInto(AppealCase original) {
        return done(
                "dispatcher",
                "dispatchAppeal",
                "{\"action\":\"merge\",\"original\":\"" + original.number + "\",\"note\":\"同一事项\"}");
    }

    AppealCase handledBy(String person) {
        return done(person, handlingForm(), """
                {"action":"done","result":"已经清理","outcome":"solved","evidence":"现场照片"}""");
    }

    AppealCase progressedBy(String person) {
        return done(person, handlingForm(), """
                {"action":"progress","result":"已联系施工队"}""");
    }

    AppealCase handlingReturnedBy(String person) {
        return done(person, handlingForm(), """
                {"action":"returned","returnReason":"需要部门办理"}""");
    }

    AppealCase supervisedBy(String person) {
        return done(person, "superviseOverdue", """
                {"measure":"urge","instruction":"今天办结"}""");
    }

    AppealCase residentNotReachedBy(String person) {
        return done(person, "callResident", """
                {"action":"notReached"}""");
    }

    AppealCase calledBackBy(String person, boolean satisfied) {
        return done(
                person,
                "callResident",
                satisfied
                        ? "{\"action\":\"reached\",\"contacted\":\"yes\",\"resolved\":\"yes\",\"grade\":\"5\"}"
                        : "{\"action\":\"reached\",\"contacted\":\"yes\",\"resolved\":\"no\",\"grade\":\"2\"}");
    }

    /** @param action redo or close */
    AppealCase reviewedBy(String person, String action) {
        return done(person, "reviewDissatisfied", "{\"action\":\"" + action + "\",\"opinion\":\"已经复核\"}");
    }

    AppealCase rated(boolean satisfied) {
        return done(api.post(
                "/api/track/" + code + "/rating",
                satisfied
                        ? "{\"grade\":5,\"resolved\":true,\"contacted\":true}"
                        : "{\"grade\":2,\"resolved\":false,\"contacted\":true}"));
    }

    /** The resident says that nobody called. */
    AppealCase denied() {
        return done(triesToAnswer(false));
    }

    AppealCase confirmed() {
        return done(triesToAnswer(true));
    }

    Api.Answer triesToAnswer(boolean reached) {
        return api.post("/api/track/" + code + "/contact", "{\"reached\":" + reached + "}");
    }

    /** Content with the result, but nobody ever called. */
    Api.Answer ratesAsNeverContacted() {
        return api.post("/api/track/" + code + "/rating", "{\"grade\":4,\"resolved\":true,\"contacted\":false}");
    }

    AppealCase contactCheckedBy(String person, boolean made) {
        return done(triesToCheckContact(person, made));
    }

    Api.Answer triesToCheckContact(String person, boolean made) {
        return tries(
                person,
                "checkContact",
                made
                        ? "{\"action\":\"made\",\"basis\":\"通话记录相符\"}"
                        : "{\"action\":\"notMade\",\"basis\":\"没有通话记录\",\"measure\":\"contactAgain\"}");
    }

    /** In the middle of handling the resident is called once more. */
    AppealCase calledAgainBy(String person) {
        return done(person, handlingForm(), """
                {"action":"contacted","contactKind":"phone","contactWith":"resident","contactNote":"说明了进展"}""");
    }

    AppealCase withdrawn() {
        return done(triesToWithdraw());
    }

    Api.Answer triesToWithdraw() {
        return api.post("/api/track/" + code + "/withdrawal", "{}");
    }

    AppealCase mergedInto(AppealCase original) {
        return done(triesToMergeInto(original));
    }

    Api.Answer triesToMergeInto(AppealCase original) {
        return desk("dispatcher")
                .post("/api/appeals/" + number + "/merge", "{\"original\":\"" + original.number + "\"}");
    }

    /** What the resident sees, as JSON. */
    String tracked() {
        return api.get("/api/track/" + code).raw().body();
    }

    /** Whatever comes of it. */
    Api.Answer tries(String person, String form, String answers) {
        return desk(person).complete(form, number, answers);
    }

    Api desk(String person) {
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

    List<Task> tasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process.getId())
                .list();
    }

    Task task(String key) {
        return tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + key + " of " + number));
    }

    String status() {
        return appeal("status");
    }

    /** A column of the appeal, as text. */
    String appeal(String column) {
        return jdbc.sql("select " + column + "::text from appeal where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** Such as {@code RESPOND 0 OPENED}, oldest first. */
    List<String> ledger() {
        return jdbc.sql("select clock || ' ' || round || ' ' || kind from sla_ledger where appeal = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }

    /** Such as {@code RESOLVE 1 MET}; a clock without a verdict yet says RUNNING. */
    List<String> clocks() {
        return jdbc.sql("""
                select clock || ' ' || round || ' ' || coalesce(outcome, 'RUNNING') from sla_clock
                where appeal = ? order by round, opened_at, due_at""").param(number).query(String.class).list();
    }

    /** All that could change when somebody does something with it. */
    List<Map<String, Object>> everythingKept() {
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
