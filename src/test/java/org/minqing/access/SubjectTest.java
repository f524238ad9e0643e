package org.minqing.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.minqing.support.Talk;

/** To the person whom an appeal is about it does not exist. */
@MinqingTest
class SubjectTest extends Talk {

    private static final String UNKNOWN = "/api/appeals/SB-20990101-0001";

    private String number;
    private String task;

    @BeforeEach
    void anAppealAboutAGridWorker() {
        var body = sound();
        body.withObject("/location").put("unit", "shibu-chengxi-1-01");
        body.putObject("resident").put("name", "来电居民").put("phone", "0911-555-0177");
        number = accepted(body).path("number").asText();
        task = api.as("shibu-grid-01").task("respondAppeal", number).path("id").asText();
    }

    @Test
    void whoIsNamedSeesNothingOfItAnyMore() {
        assertThat(api.as("shibu-grid-01").get("/api/appeals/" + number).status())
                .isEqualTo(200);
        number();
        var before = waiting();
        assertThat(named("shibu-dispatcher", "shibu-grid-01")).isEqualTo(303);

        var subject = api.as("shibu-grid-01");
        var unknown = subject.get(UNKNOWN);
        Stored.alike(subject.get("/api/appeals/" + number), unknown);
        Stored.alike(subject.get("/api/appeals/" + number + "/clocks"), unknown);
        Stored.alike(subject.post("/api/appeals/" + number + "/contact", "{\"purpose\":\"看看\"}"), unknown);
        assertThat(subject.hasTask("respondAppeal", number)).isFalse();
        assertThat(subject.post("/api/tasks/" + task + "/claim", "{}").status()).isEqualTo(404);
        assertThat(subject.post(
                                "/api/tasks/" + task + "/complete",
                                "{\"action\":\"returned\",\"returnGround\":\"notOurRemit\",\"returnReason\":\"按职责清单，这件事不归本单位办理\"}")
                        .status())
                .isEqualTo(404);
        var browser = Session.of(api, "shibu-grid-01");
        assertThat(browser.get("/desk/appeals/" + number).statusCode()).isEqualTo(404);
        var engine = "/camunda/api/engine/engine/default/task/" + task;
        assertThat(browser.get(engine + "/form-variables").body()).doesNotContain(number, "门前");
        assertThat(browser.post(engine + "/claim", "{\"userId\":\"shibu-grid-01\"}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);

        assertThat(browser.get("/api/tasks/cards?ids=" + task).body()).doesNotContain(number);
        assertThat(browser.get("/desk/tasks/" + task).statusCode()).isEqualTo(404);
        assertThat(waiting()).as("Tasklist lists one less").isEqualTo(before - 1);

        assertThat(api.as("shibu-supervisor").get("/api/appeals/" + number).status())
                .isEqualTo(200);
    }

    @Test
    void namingIsForThoseWhoDispatchAndWatchAndNeverForOneself() {
        for (var person : List.of("shibu-grid-01", "shibu-secretary-chengxi", "shibu-auditor")) {
            assertThat(named(person, "shibu-grid-02")).as(person).isEqualTo(404);
        }
        assertThat(named("shibu-dispatcher", "shibu-dispatcher")).isEqualTo(400);
        assertThat(named("shibu-dispatcher", "ganshui-grid-01")).isEqualTo(400);
        assertThat(named("shibu-dispatcher", "")).isEqualTo(400);
        assertThat(api.as("shibu-grid-01").get("/api/appeals/" + number).status())
                .isEqualTo(200);
    }

    @Test
    void whoWasNamedIsNotToldToTheOthers() {
        named("shibu-dispatcher", "shibu-grid-01");
        var card = api.as("shibu-secretary-chengxi")
                .get("/api/appeals/" + number)
                .raw()
                .body();
        assertThat(card).contains("登记被反映人").doesNotContain("shibu-grid-01", "王网格");
    }

    @Test
    void cockpitCountsTheStepsOfAnAppealForEverybodyButWhomItIsAbout() {
        var before = steps("shibu-supervisor");
        var others = steps("shibu-leader");
        assertThat(named("shibu-dispatcher", "shibu-supervisor")).isEqualTo(303);
        assertThat(steps("shibu-supervisor")).isEqualTo(before - 1);
        assertThat(steps("shibu-leader")).isEqualTo(others);
    }

    /** How many tasks wait at all steps together. */
    private int steps(String person) {
        var steps = api.as(person).get("/api/cockpit/steps").json().path("steps");
        return StreamSupport.stream(steps.spliterator(), false)
                .mapToInt(step -> step.path("waiting").asInt())
                .sum();
    }

    /** How many the grid worker's list of first responses shows. */
    private int waiting() {
        var answer = api.as("shibu-grid-01").get("/api/tasks/counts");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false)
                .filter(list -> list.path("name").asText().equals("待我响应"))
                .mapToInt(list -> list.path("count").asInt())
                .findFirst()
                .orElseThrow();
    }

    private int named(String by, String subject) {
        return Session.of(api, by)
                .submit("/desk/appeals/" + number + "/subject", "subject=" + subject)
                .statusCode();
    }
}
