package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever an appeal is about sends everything that the access table lets him send. He hears what he heard before there was
 * the appeal, and of its number, task and process what he hears of any that there never was.
 */
@MinqingTest
class SubjectWalkTest extends Talk {

    private static final Map<String, Set<AccessTable.Who>> SUBJECTS = Map.of(
            "shibu-grid-01", Set.of(AccessTable.Who.STAFF),
            "shibu-caller", Set.of(AccessTable.Who.STAFF),
            "shibu-dispatcher", Set.of(AccessTable.Who.STAFF, AccessTable.Who.DISPATCHER),
            "shibu-supervisor", Set.of(AccessTable.Who.STAFF, AccessTable.Who.SUPERVISOR),
            "shibu-registrar", Set.of(AccessTable.Who.STAFF, AccessTable.Who.REGISTRAR),
            "shibu-auditor", Set.of(AccessTable.Who.STAFF, AccessTable.Who.AUDITOR),
            "admin", Set.of(AccessTable.Who.ADMINISTRATOR));

    /** A form carries a token; nothing else differs from one look to the next, for time stands still. */
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"[^\"]+\"");

    private static final String UNKNOWN = "SB-20990101-0001";

    /**
     * The ledger is checked whole, for a chain without one of its appeals is broken; only the verdict is told, and how many
     * rows of all localities there are. To a subject the whole ledger is not handed out at all. The engine counts its own
     * commands since it started.
     */
    private static final Set<String> OF_ALL = Set.of(
            "GET /api/sla/verify",
            "GET /desk/ledger/verify",
            "GET /api/sla/ledger/whole",
            "GET /camunda/api/engine/engine/default/telemetry/data?firstResult=0&maxResults=2000");

    @Autowired
    AccessTable table;

    private final Map<String, Session> sessions = new TreeMap<>();

    @Test
    void nobodyHearsOfAnAppealAboutHimself() {
        var never = new Thing(UNKNOWN, "none", "none", "none");
        var before = answers(never);

        var title = "金丝雀" + System.nanoTime();
        var body = sound();
        body.put("title", title).withObject("/location").put("unit", "shibu-chengxi-1-01");
        var thing = thing(accepted(body).path("number").asText());
        var told = answers(thing).values().stream()
                .flatMap(heard -> heard.entrySet().stream())
                .filter(h -> thing.isIn(h.getValue()) || h.getValue().contains(title))
                .map(h -> h.getKey().toString())
                .collect(Collectors.toSet());
        assertThat(told).as("what tells of an appeal about somebody else").hasSizeGreaterThan(40);

        SUBJECTS.keySet()
                .forEach(person -> jdbc.sql("""
                                insert into appeal_subject (appeal, person, named_by, named_at) values (?, ?, 'test', now())""").params(thing.number, person).update());
        var wrong = new TreeMap<String, String>();
        answers(thing)
                .forEach((person, heard) -> heard.forEach((question, answer) -> {
                    var asked = thing.as(never, question.toString());
                    var past = before.get(person).entrySet().stream()
                            .filter(h -> h.getKey().toString().equals(asked))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(asked))
                            .getValue();
                    // That he is told what he asked for is no news to him.
                    var now = question.thing() ? thing.as(never, answer) : answer;
                    if (!now.equals(past) && !excepted(question)) {
                        wrong.put(person + " " + question, difference(past, now));
                    }
                }));
        assertThat(wrong).isEmpty();
        assertThat(api.as("admin").get("/api/sla/ledger/whole").status()).isEqualTo(404);
        assertThat(api.as("shibu-auditor")
                        .get("/api/sla/verify")
                        .json()
                        .path("sound")
                        .asBoolean())
                .isTrue();
        assertThat(Session.of(api, "shibu-leader")
                        .post("/camunda/api/engine/engine/default/process-instance?firstResult=0&maxResults=2000", "{}")
                        .body())
                .as("what another supervisor hears")
                .contains(thing.number);
    }

    /** A workbook says when it was made, and holds what the CSV of the same name holds. */
    private static boolean excepted(Question question) {
        return OF_ALL.contains(question.toString()) || question.path().endsWith(".xlsx");
    }

    /** From where the two begin to differ. */
    private static String difference(String past, String now) {
        var at = StringUtils.indexOfDifference(past, now);
        return "\n  before: " + StringUtils.mid(past, at - 40, 200) + "\n     now: "
                + StringUtils.mid(now, at - 40, 200) + "\n";
    }

    /** What an address may name of an appeal. */
    private record Thing(String number, String instance, String task, String job) {

        boolean isIn(String text) {
            return Stream.of(number, instance, task, job).anyMatch(text::contains);
        }

        String as(Thing other, String text) {
            return text.replace(number, other.number)
                    .replace(instance, other.instance)
                    .replace(task, other.task)
                    .replace(job, other.job);
        }
    }

    private Thing thing(String number) {
        var instance = ids("select id_ from act_hi_procinst where business_key_ = '" + number + "'")
                .get(0);
        return new Thing(
                number,
                instance,
                ids("select id_ from act_ru_task where proc_inst_id_ = '" + instance + "'")
                        .get(0),
                ids("select id_ from act_ru_job where process_instance_id_ = '" + instance + "'")
                        .get(0));
    }

    private List<String> ids(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /** By person, in the order in which he asks. */
    private Map<String, Map<Question, String>> answers(Thing thing) {
        var ids = new TreeMap<String, List<String>>();
        ids.put("number", List.of(thing.number));
        ids.put("process-instance", List.of(thing.instance));
        ids.put("instances", List.of(thing.instance));
        ids.put("task", List.of(thing.task));
        ids.put("taskId", List.of(thing.task));
        ids.put("job", List.of(thing.job));
        ids.put("process-definition", ids("select id_ from act_re_procdef"));
        ids.put("job-definition", ids("select id_ from act_ru_jobdef"));
        ids.put("decision-definition", ids("select id_ from act_re_decision_def"));
        ids.put("filter", ids("select id_ from act_ru_filter"));
        var all = new TreeMap<String, Map<Question, String>>();
        SUBJECTS.forEach((person, who) -> {
            var session = sessions.computeIfAbsent(person, this::signedIn);
            var heard = new LinkedHashMap<Question, String>();
            table.rows().stream()
                    .filter(row -> row.who().stream().anyMatch(who::contains))
                    .flatMap(row -> Question.of(row, ids))
                    .distinct()
                    .forEach(question -> heard.put(question, answer(session, question)));
            all.put(person, heard);
        });
        return all;
    }

    /** Of somebody who was there before: the engine's web applications do not know a new one at the first question. */
    private Session signedIn(String person) {
        var session = Session.of(api, person);
        session.get("/camunda/api/engine/engine/default/process-definition/count");
        return session;
    }

    private static String answer(Session session, Question question) {
        var page = question.path().startsWith("/desk");
        var answer = page && question.acts()
                ? session.submit(question.path(), "")
                : session.send(
                        question.method(), question.path(), question.body(), page ? "text/html" : "application/json");
        return answer.statusCode() + " " + TOKEN.matcher(answer.body()).replaceAll("");
    }
}
