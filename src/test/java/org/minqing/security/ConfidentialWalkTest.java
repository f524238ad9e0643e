package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every role of a locality sends all that the access tables let it send, about an appeal that is taken confidentially. Who must
 * not know of it hears what he heard before there was the appeal, in lists, files, counts and figures, in Tasklist and Cockpit.
 */
@MinqingTest
class ConfidentialWalkTest extends Talk {

    @AfterEach
    void nothingIsLeft() {
        withdrawAll();
    }

    /** One of each role, the village complained about among them. */
    private static final List<String> UNNAMED = List.of(
            "shibu-grid-01",
            "shibu-secretary-chengxi",
            "shibu-volunteer",
            "shibu-construction",
            "shibu-caller",
            "shibu-dispatcher",
            "shibu-supervisor",
            "shibu-leader",
            "shibu-registrar",
            "shibu-auditor",
            "admin");

    /** Who still must not know of it when it is known whom it is about. */
    private static final List<String> NAMED = List.of(
            "shibu-grid-01",
            "shibu-secretary-chengxi",
            "shibu-volunteer",
            "shibu-construction",
            "shibu-caller",
            "shibu-leader",
            "shibu-registrar");

    /** The ledger is checked whole, and handed whole to administrators; the engine counts its own commands. */
    private static final Set<String> OF_ALL = Set.of(
            "GET /api/sla/verify",
            "GET /desk/ledger/verify",
            "GET /api/sla/ledger/whole",
            "GET /camunda/api/engine/engine/default/telemetry/data?firstResult=0&maxResults=2000");

    /** What tells of an appeal that is nobody's secret, asked in the same way: so silence means something. */
    private static final String[] TELLING = {
        "GET /api/tasks",
        "GET /desk",
        "GET /desk/tasks",
        "GET /desk/ledger/export.csv",
        "GET /desk/timers/export.csv",
        "GET /desk/supervision/backlog.csv",
        "GET /camunda/api/engine/engine/default/task?firstResult=0&maxResults=2000",
        "POST /camunda/api/engine/engine/default/process-instance?firstResult=0&maxResults=2000",
        "POST /camunda/api/engine/engine/default/variable-instance?firstResult=0&maxResults=2000",
        "GET /camunda/api/engine/engine/default/history/decision-instance?firstResult=0&maxResults=2000"
                + Question.ONE_DECISION,
        "POST /camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=2000"
    };

    private final Map<String, Map<String, String>> before = new TreeMap<>();

    private Walk walk;

    @Autowired
    AccessTable table;

    @Test
    void nobodyHearsOfItBeforeHeMay() {
        // A minute of its own: the rates of another minute stay as they were counted in it.
        time.begin("2026-04-08T11:41");
        whatOthersLeftIsDueLater("shibu");
        walk = new Walk(table, api, jdbc);
        // Who signs in is in a list of its own.
        walk.session("shibu-safety");
        for (var person : UNNAMED) {
            before.put(
                    person,
                    walk.heardBy(person, Walk.Thing.NEVER).entrySet().stream()
                            .collect(Collectors.toMap(h -> h.getKey().toString(), Map.Entry::getValue)));
        }

        var secret = walk.thing(filed("report", "保密" + System.nanoTime()));
        assertThat(walk.session("shibu-safety")
                        .get("/api/appeals/" + secret.number())
                        .statusCode())
                .isEqualTo(200);
        assertThat(heard(UNNAMED, secret))
                .as("before it is known whom it is about")
                .isEmpty();

        done("shibu-safety", "nameSubject", secret.number(), """
                {"action":"named","people":["shibu-leader"],"bodies":["shibu-chengxi-1"]}""");
        secret = walk.thing(secret.number());
        assertThat(heard(NAMED, secret)).as("afterwards").isEmpty();
        for (var person : List.of("shibu-dispatcher", "shibu-supervisor", "shibu-auditor")) {
            assertThat(walk.session(person)
                            .get("/api/appeals/" + secret.number())
                            .statusCode())
                    .as(person)
                    .isEqualTo(200);
        }

        var open = walk.thing(filed("help", "公开" + System.nanoTime()));
        var told = walk.telling(List.of("shibu-grid-01", "shibu-supervisor", "shibu-auditor", "admin"), open, TELLING);
        assertThat(told).as("what tells of an appeal that is no secret").contains(TELLING);
    }

    /** What differs from before there was the appeal. */
    private Map<String, String> heard(List<String> people, Walk.Thing secret) {
        var wrong = new TreeMap<String, String>();
        for (var person : people) {
            walk.heardBy(person, secret).forEach((question, answer) -> {
                var past = before.get(person).get(secret.asNever(question.toString()));
                // That he is told what he asked for is no news to him.
                var now = question.thing() ? secret.asNever(answer) : answer;
                if (!now.equals(past)
                        && !OF_ALL.contains(question.toString())
                        && !question.path().endsWith(".xlsx")) {
                    wrong.put(person + " " + question, Walk.difference(past, now));
                }
            });
        }
        return wrong;
    }

    private String filed(String type, String title) {
        var body = sound().put("type", type).put("title", title);
        body.withObject("/location").put("unit", "shibu-chengxi-1-01");
        return accepted(body).path("number").asText();
    }
}
