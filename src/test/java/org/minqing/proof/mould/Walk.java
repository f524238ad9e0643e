package org.minqing.proof.mould;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.minqing.support.Api;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes real appeals through their lives over HTTP, each task by somebody whom the engine offers it to. */
public final class Walk {

    private static final String DONE =
            "{\"action\":\"done\",\"result\":\"已经办好，现场恢复正常。\",\"outcome\":\"solved\",\"evidenceKind\":\"document\",\"evidence\":\"现场照片两张，居民看过。\"}";
    private static final String REACHED =
            "{\"action\":\"reached\",\"contacted\":\"yes\",\"answer\":\"yes\",\"grade\":\"5\",\"comment\":\"处理及时\"}";

    private final Api resident;
    private final JdbcClient owner;
    private final Consumer<Duration> time;

    /** @param time lets so much time pass, or pretends to */
    public Walk(Api resident, DataSource owner, Consumer<Duration> time) {
        this.resident = resident;
        this.owner = JdbcClient.create(owner);
        this.time = time;
    }

    /** @return its number */
    public String walk(Life life, String locality, String unit) {
        var receipt = submit(life, locality, unit);
        var number = receipt.json().path("number").asText();
        var code = receipt.json().path("trackingCode").asText();
        for (var step : life.steps()) {
            try {
                step(step, life, locality, unit, number, code);
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "%s of %s, %s, %s, step %s".formatted(life.name(), locality, life.category(), number, step), e);
            }
        }
        return number;
    }

    private void step(String step, Life life, String locality, String unit, String number, String code) {
        switch (step.split(":")[0]) {
            case "name" -> complete(number, "nameSubject", "{\"action\":\"none\",\"reason\":\"是历史遗留问题\"}");
            case "respond" -> complete(number, "respondAppeal", Template.RESPONDED);
            case "arrived" -> complete(number, "handle", "{\"action\":\"arrived\",\"arrivalNote\":\"已到现场\"}");
            case "progress" -> complete(number, "handle", "{\"action\":\"progress\",\"result\":\"已联系施工队，明日进场。\"}");
            case "back" ->
                complete(
                        number,
                        "handle",
                        "{\"action\":\"returned\",\"returnGround\":\"notOurRemit\",\"returnReason\":\"按职责清单，这件事不归本单位办理\"}");
            case "done" -> {
                while (waits(number, "giveOpinion")) {
                    complete(number, "giveOpinion", "{\"position\":\"agreed\",\"jointOpinion\":\"没有意见，请主办办理。\"}");
                }
                complete(number, "handle", DONE);
            }
            case "dispatch" -> {
                if (waits(number, "dispatchAppeal")) {
                    complete(
                            number,
                            "dispatchAppeal",
                            "{\"action\":\"dispatch\",\"post\":\"" + step.split(":")[1] + "\",\"note\":\"请及时办理\"}");
                }
            }
            case "supervise" -> {
                while (waits(number, "superviseOverdue")) {
                    complete(number, "superviseOverdue", "{\"measure\":\"urge\",\"instruction\":\"今天联系居民\"}");
                }
            }
            case "close" -> complete(number, "reviewDissatisfied", "{\"action\":\"close\",\"opinion\":\"已向居民说明\"}");
            case "call" -> complete(number, "callResident", REACHED);
            case "noAnswer" -> complete(number, "callResident", "{\"action\":\"notReached\"}");
            case "claim" -> act(number, "respondAppeal", "claim", "{}");
            case "rate" -> rated(code, "{\"grade\":5,\"resolved\":true,\"contacted\":true}");
            case "rateBad" -> rated(code, "{\"grade\":2,\"resolved\":false,\"contacted\":true}");
            case "withdraw" -> Template.expect(200, resident.post("/api/track/" + code + "/withdrawal", "{}"));
            case "merge" -> {
                var original =
                        submit(life, locality, unit).json().path("number").asText();
                Template.expect(
                        200,
                        resident.as(locality + "-dispatcher")
                                .post("/api/appeals/" + number + "/merge", "{\"original\":\"" + original + "\"}"));
            }
            default -> time.accept(Duration.parse(step));
        }
    }

    private Api.Answer submit(Life life, String locality, String unit) {
        var facts = life.facts().stream().map(fact -> "\"" + fact + "\":true").collect(Collectors.joining(","));
        return Template.expect(201, resident.submit("""
                {"locality":"%s","channel":"online","category":"%s","title":"%s","description":"%s","facts":{%s},
                 "location":{"unit":"%s","address":"城西路 8 号门前"},"resident":{"name":"住户","phone":"000-0000-0000"}}""".formatted(
                locality, life.category(), "门前的事请尽快处理", "这件事已经好几天了，影响周围住户出入，尤其是老人和孩子，希望尽快有人来看一看。", facts, unit)));
    }

    private void rated(String code, String rating) {
        Template.expect(200, resident.post("/api/track/" + code + "/rating", rating));
    }

    private void complete(String number, String form, String answers) {
        act(number, form, "complete", answers);
    }

    /** By the first who may: whoever handled it may not call back. */
    private void act(String number, String form, String act, String body) {
        var task = tasks(number, form).get(0);
        Api.Answer answer = null;
        for (var person : candidates(task)) {
            answer = resident.as(person).post("/api/tasks/" + task + "/" + act, body);
            if (answer.status() == 200) {
                return;
            }
        }
        throw new IllegalStateException("Nobody may " + act + " " + form
                + (answer == null ? "" : ": " + answer.raw().body()));
    }

    private boolean waits(String number, String form) {
        return !tasks(number, form).isEmpty();
    }

    private List<String> tasks(String number, String form) {
        return owner.sql("""
                select t.id_ from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
                where e.business_key_ = ? and t.task_def_key_ like 'userTask_' || ? || '%'""").params(number, form).query(String.class).list();
    }

    private List<String> candidates(String task) {
        return owner.sql("""
                select assignee_ from act_ru_task where id_ = :task and assignee_ is not null
                union
                select m.user_id_ from act_ru_identitylink l join act_id_membership m on m.group_id_ = l.group_id_
                where l.task_id_ = :task order by 1""").param("task", task).query(String.class).list();
    }
}
