package org.minqing.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees which appeal: what is not one's own looks like what does not exist. */
@MinqingTest
class VisibilityTest extends Talk {

    private static final String PASSWORD = "only-for-this-test";
    private static final String UNKNOWN = "/api/appeals/SB-20990101-0001";

    @Autowired
    IdentityService identity;

    private String number(String unit) {
        return number(unit, "other");
    }

    private String number(String unit, String category) {
        var body = sound().put("category", category);
        // What costs more than a neighbour's hand is no longer a matter of the branch alone: others assist.
        body.putObject("facts").put("needsFunds", category.equals("micro-wish"));
        body.withObject("/location").put("unit", unit);
        body.putObject("resident").put("name", "来电居民").put("phone", "0911-555-0177");
        return accepted(body).path("number").asText();
    }

    private List<String> tasks(String user) {
        return StreamSupport.stream(api.as(user).get("/api/tasks").json().spliterator(), false)
                .map(task -> task.path("number").asText())
                .toList();
    }

    @Test
    void aGridWorkerSeesHisGrid() {
        var mine = number("shibu-chengxi-1-02");
        var theirs = number("shibu-jijiahe-01");
        assertThat(tasks("shibu-grid-01")).contains(mine).doesNotContain(theirs);
        assertThat(tasks("shibu-grid-02")).contains(theirs).doesNotContain(mine);
        assertThat(tasks("ganshui-grid-01")).doesNotContain(mine, theirs);
        assertThat(tasks("shibu-auditor")).isEmpty();
        assertThat(api.as("shibu-grid-01").get("/api/appeals/" + mine).status()).isEqualTo(200);
        for (var stranger :
                List.of("shibu-grid-01", "shibu-secretary-chengxi", "shibu-livelihood", "matou-supervisor")) {
            var unknown = api.as(stranger).get(UNKNOWN);
            Stored.alike(api.as(stranger).get("/api/appeals/" + theirs), unknown);
            Stored.alike(api.as(stranger).get("/api/appeals/" + theirs + "/clocks"), unknown);
            Stored.alike(
                    stored.refused(
                            404,
                            () -> api.as(stranger)
                                    .post("/api/appeals/" + theirs + "/contact", "{\"purpose\":\"联系居民\"}")),
                    unknown);
        }
    }

    @Test
    void everyLookAtAContactIsWrittenDown() {
        var number = number("shibu-chengxi-1-01");
        var path = "/api/appeals/" + number + "/contact";
        var seen = api.as("shibu-grid-01").post(path, "{\"purpose\":\"电话核实位置\"}");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().path("phone").asText()).isEqualTo("0911-555-0177");
        assertThat(stored.count(
                        "select count(*) from contact_access where appeal = ? and person = ? and purpose = ?",
                        number,
                        "shibu-grid-01",
                        "电话核实位置"))
                .isEqualTo(1);
        assertThat(api.as("shibu-grid-01").get("/api/appeals/" + number).raw().body())
                .doesNotContain("0911-555-0177", "来电居民");
        assertThat(api.as("shibu-grid-01").get("/api/tasks").raw().body()).doesNotContain("0911-555-0177", "来电居民");
    }

    @Test
    void anAuditorSeesTheAppealAndNotTheContact() {
        var number = number("shibu-chengxi-1-01");
        assertThat(api.as("shibu-auditor").get("/api/appeals/" + number).status())
                .isEqualTo(200);
        Stored.alike(
                stored.refused(
                        404,
                        () -> api.as("shibu-auditor")
                                .post("/api/appeals/" + number + "/contact", "{\"purpose\":\"抽查\"}")),
                api.as("shibu-auditor").get(UNKNOWN));
    }

    /** Party members help with wishes, each with those of his own place. */
    @Test
    void aPostThatAssistsSeesWhatConcernsItsPlace() {
        var ours = hired("shibu-member-1", "shibu-chengxi-1-party-member");
        var neighbour = hired("shibu-member-2", "shibu-jijiahe-party-member");
        var wish = wish("shibu-chengxi-1-01");
        var contact = "/api/appeals/" + wish + "/contact";
        assertThat(ours.get("/api/appeals/" + wish).status()).isEqualTo(200);
        assertThat(ours.post(contact, "{\"purpose\":\"上门帮忙\"}").status()).isEqualTo(200);
        for (var path : List.of("/api/appeals/" + wish, "/api/appeals/" + wish + "/clocks")) {
            Stored.alike(neighbour.get(path), neighbour.get(UNKNOWN));
        }
        Stored.alike(
                stored.refused(404, () -> neighbour.post(contact, "{\"purpose\":\"上门帮忙\"}")), neighbour.get(UNKNOWN));
    }

    /** While nobody knows where it is, it is the wish of nobody's neighbours. */
    @Test
    void aWishFromAnUnknownPlaceIsNotForEveryPartyMemberOfTheTown() {
        var wish = wish("shibu");
        var member = hired("shibu-member-3", "shibu-chengxi-1-party-member");
        Stored.alike(member.get("/api/appeals/" + wish), member.get(UNKNOWN));
    }

    /** An office serves the whole town. */
    @Test
    void anOfficeThatAssistsSeesTheAppealWhereverItIs() {
        var office = hired("shibu-builder", "shibu-construction-housing-construction");
        for (var unit : List.of("shibu-jijiahe-02", "shibu-chengxi", "shibu")) {
            var supply = number(unit, "water-supply");
            assertThat(stored.count(
                            "select count(*) from appeal where number = ? and assist_posts = 'housing-construction'",
                            supply))
                    .isEqualTo(1);
            assertThat(office.get("/api/appeals/" + supply).status()).isEqualTo(200);
        }
    }

    @Test
    void anAuditorNeverSeesAContactWhateverElseHeIs() {
        var number = number("shibu-chengxi-1-01");
        var person = hired("shibu-auditor-too", "shibu-discipline-auditor", "shibu-chengxi-1-01-grid-worker");
        var path = "/api/appeals/" + number + "/contact";
        assertThat(person.get("/api/appeals/" + number).status()).isEqualTo(200);
        assertThat(person.task("respondAppeal", number).path("number").asText()).isEqualTo(number);
        Stored.alike(stored.refused(404, () -> person.post(path, "{\"purpose\":\"电话核实位置\"}")), person.get(UNKNOWN));
        var task =
                "/desk/tasks/" + person.task("respondAppeal", number).path("id").asText();
        var colleague = Session.of(api, "shibu-grid-01");
        var auditor = Session.of(api, "shibu-auditor-too", PASSWORD);
        var looks = stored.count("select count(*) from contact_access where appeal = ?", number);
        for (var page : List.of("/desk/appeals/" + number, task)) {
            assertThat(colleague.get(page).body()).contains("居民联系方式");
            var seen = auditor.get(page);
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.body()).contains(number).doesNotContain("居民联系方式");
            var asked = auditor.submit(page + "/contact", "purpose=visit&_purpose=visit");
            assertThat(asked.statusCode()).isEqualTo(404);
            assertThat(asked.body()).doesNotContain("0911-555-0177", "来电居民");
        }
        assertThat(stored.count("select count(*) from contact_access where appeal = ?", number))
                .isEqualTo(looks);
    }

    private String wish(String unit) {
        return number(unit, "micro-wish");
    }

    /** Somebody new with these posts, whose password is in no list. */
    private Api hired(String user, String... groups) {
        if (identity.createUserQuery().userId(user).count() == 0) {
            var account = identity.newUser(user);
            account.setFirstName("");
            account.setLastName("新来的人");
            account.setPassword(PASSWORD);
            identity.saveUser(account);
            List.of(groups).forEach(group -> identity.createMembership(user, group));
        }
        return api.as(user, PASSWORD);
    }

    @Test
    void noLookWithoutAPurpose() {
        var path = "/api/appeals/" + number("shibu-chengxi-1-01") + "/contact";
        for (var purpose : List.of(
                "\"\"", "\" \"", "null", "7", "[]", "\"a\\u0000\"", "\"\\ud800\"", "\"" + "查".repeat(201) + "\"")) {
            stored.refused(400, () -> api.as("shibu-grid-01").post(path, "{\"purpose\":" + purpose + "}"), "purpose");
        }
        stored.refused(400, () -> api.as("shibu-grid-01").post(path, "{}"), "purpose");
    }
}
