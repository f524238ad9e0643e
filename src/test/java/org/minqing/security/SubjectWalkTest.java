package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final List<String> SUBJECTS = List.of(
            "shibu-grid-01",
            "shibu-caller",
            "shibu-dispatcher",
            "shibu-supervisor",
            "shibu-registrar",
            "shibu-auditor",
            "admin");

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

    /** Lists of which a walk reads the first page, whoever else has appeals there, narrowed to one appeal. */
    private static final List<String> NARROWED = List.of(
            "/api/sla/ledger?appeal=", "/api/sla/timers?appeal=", "/desk/ledger?appeal=", "/desk/timers?appeal=");

    /** So that silence afterwards means something. */
    private static final String[] TELLING = Stream.concat(
                    Stream.of(
                            "GET /api/tasks",
                            "GET /api/sla/ledger/whole",
                            "GET /desk",
                            "GET /desk/tasks",
                            "GET /desk/ledger/export.csv",
                            "GET /desk/timers/export.csv",
                            "GET /desk/supervision/backlog.csv"),
                    Stream.of(
                                    "GET /camunda/api/engine/engine/default/task",
                                    "POST /camunda/api/engine/engine/default/task",
                                    "POST /camunda/api/engine/engine/default/process-instance",
                                    "POST /camunda/api/engine/engine/default/variable-instance",
                                    "POST /camunda/api/engine/engine/default/job",
                                    "GET /camunda/api/engine/engine/default/history/decision-instance",
                                    "POST /camunda/api/cockpit/plugin/base/default/process-instance")
                            .map(query -> query + "?firstResult=0&maxResults=2000"
                                    + (query.endsWith("/decision-instance") ? Question.ONE_DECISION : "")))
            .toArray(String[]::new);

    @Autowired
    AccessTable table;

    @Test
    void nobodyHearsOfAnAppealAboutHimself() {
        // A minute of its own: the rates of another minute stay as they were counted in it.
        time.begin("2026-04-08T10:37");
        whatOthersLeftIsDueLater("shibu");
        // Who signs in is in a list of its own: the one who claims below has done so before.
        api.as("shibu-grid-01").get("/api/tasks");
        var walk = new Walk(table, api, jdbc);
        var before = new TreeMap<String, Map<String, String>>();
        for (var person : SUBJECTS) {
            before.put(
                    person,
                    walk.heardBy(person, Walk.Thing.NEVER).entrySet().stream()
                            .collect(Collectors.toMap(h -> h.getKey().toString(), Map.Entry::getValue)));
        }

        var title = "金丝雀" + System.nanoTime();
        var body = sound();
        body.putArray("attachments").add(walk.photo());
        body.put("title", title).withObject("/location").put("unit", "shibu-chengxi-1-01");
        var thing = walk.thing(accepted(body).path("number").asText());
        var told = walk.telling(SUBJECTS, thing, TELLING);
        assertThat(told).as("what tells of an appeal about somebody else").contains(TELLING);
        var auditor = walk.session("shibu-auditor");
        assertThat(NARROWED)
                .allSatisfy(list -> assertThat(narrowed(auditor, list, thing))
                        .isNotEqualTo(narrowed(auditor, list, Walk.Thing.NEVER)));

        assertThat(api.as("shibu-grid-01")
                        .post("/api/tasks/" + thing.task() + "/claim", "{}")
                        .status())
                .as("what somebody has in hand himself")
                .isEqualTo(200);
        SUBJECTS.forEach(person -> jdbc.sql(
                        "insert into appeal_subject (appeal, person, named_by, named_at) values (?, ?, 'test', now())")
                .params(thing.number(), person)
                .update());
        var wrong = new TreeMap<String, String>();
        for (var person : SUBJECTS) {
            walk.heardBy(person, thing).forEach((question, answer) -> {
                var past = before.get(person).get(thing.asNever(question.toString()));
                // That he is told what he asked for is no news to him.
                var now = question.thing() ? thing.asNever(answer) : answer;
                if (!now.equals(past) && !excepted(question)) {
                    wrong.put(person + " " + question, Walk.difference(past, now));
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(NARROWED)
                .allSatisfy(list -> assertThat(narrowed(auditor, list, thing))
                        .isEqualTo(narrowed(auditor, list, Walk.Thing.NEVER)));
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
                .contains(thing.number());
    }

    private static String narrowed(Session session, String list, Walk.Thing thing) {
        return thing.asNever(Walk.answer(session, new Question("GET", list + thing.number(), null, false, false)));
    }

    /** A workbook says when it was made, and holds what the CSV of the same name holds. */
    private static boolean excepted(Question question) {
        return OF_ALL.contains(question.toString()) || question.path().endsWith(".xlsx");
    }
}
