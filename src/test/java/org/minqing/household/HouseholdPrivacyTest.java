package org.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.process.staff.Accounts;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** Role by field by relation: who is shown what of a household, and to whom it does not exist. */
@MinqingTest
class HouseholdPrivacyTest extends HouseholdTalk {

    private static final String PASSWORD = "a-long-enough-phrase-42";
    private static final String NOBODYS = LIST + "/00000000-0000-4000-8000-000000000000";

    private static final String ADDRESS_MARK = "隐私走查";

    /** Fields by what it takes to be shown them. */
    private static final List<String> SEEN = List.of("走查户主", "高龄老人");

    private static final List<String> WITH_PURPOSE = List.of("0911-000-7007", "1936");
    private static final List<String> WITH_GRANT = List.of("走查小孙", "留守儿童", "残疾人", "走查需求", "走查记录");

    @Autowired
    Accounts accounts;

    private String address;
    private String at;

    @BeforeEach
    void aHousehold() {
        address = address() + ADDRESS_MARK;
        at = opened(WORKER, "address", address, "fullName", "走查户主", "born", "1936", "telephone", "0911-000-7007");
        done(sends(
                WORKER,
                at + "/members/" + members(WORKER, at).get(0),
                "fullName",
                "走查户主",
                "relation",
                "户主",
                "born",
                "1936",
                "telephone",
                "0911-000-7007",
                "groups",
                "elderly-over-eighty",
                "groups",
                "disability",
                "version",
                version(at)));
        done(sends(
                WORKER,
                at + "/members/new",
                "fullName",
                "走查小孙",
                "relation",
                "孙女",
                "born",
                "2018",
                "groups",
                "left-behind"));
        done(sends(WORKER, at + "/needs", "what", "走查需求", "rhythm", "once"));
        done(sends(WORKER, at + "/notes", "line", "走查记录"));
    }

    @Test
    void eachIsShownWhatHisPostAndHisPurposeAllowAndNothingElse() {
        var wrong = new TreeMap<String, String>();
        for (var person : List.of(WORKER, "shibu-livelihood", "shibu-secretary-chengxi")) {
            var grant = !person.contains("secretary");
            var file = shown(person, at);
            check(wrong, person + " file", file, SEEN, true);
            check(wrong, person + " file", file, WITH_PURPOSE, false);
            check(wrong, person + " file", file, WITH_GRANT, false);
            var looked = looked(person, at);
            check(wrong, person + " looked", looked, SEEN, true);
            check(wrong, person + " looked", looked, WITH_PURPOSE, true);
            check(wrong, person + " looked", looked, WITH_GRANT, grant);
            var list = sends(person, LIST, "addressWords", address).body();
            check(wrong, person + " list", list, SEEN, true);
            check(wrong, person + " list", list, WITH_PURPOSE, false);
            check(wrong, person + " list", list.replaceAll("(?s)<form.*?</form>", ""), WITH_GRANT, false);
            var sensitive =
                    sends(person, LIST, "keyGroup", "disability", "lookPurpose", "落实帮扶", "addressWords", address);
            assertThat(sensitive.statusCode()).as(person).isEqualTo(grant ? 200 : 400);
            assertThat(sensitive.body().contains(id(at))).as(person).isEqualTo(grant);
            assertThat(page(person, at + "/members/" + members(WORKER, at).get(0))
                            .statusCode())
                    .as(person)
                    .isEqualTo(person.equals(WORKER) ? 200 : 404);
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(
            Map<String, String> wrong, String where, String html, List<String> fields, boolean there) {
        fields.stream()
                .filter(field -> html.contains(field) != there)
                .forEach(field -> wrong.put(where + " " + field, there ? "is missing" : "is told"));
    }

    @Test
    void toEverybodyElseItIsAsIfItWereNotThere() {
        for (var person : List.of(
                "shibu-grid-02",
                "shibu-secretary-jijiahe",
                "shibu-volunteer",
                "shibu-dispatcher",
                "shibu-supervisor",
                "shibu-leader",
                "shibu-registrar",
                "shibu-caller",
                "shibu-construction",
                "shibu-auditor",
                "ganshui-grid-01",
                "ganshui-livelihood",
                "ganshui-auditor",
                "admin")) {
            nothing(Session.of(api, person), person);
        }
        var nobody = Session.anonymous(api).send("GET", at, null, "text/html");
        assertThat(nobody.statusCode()).isEqualTo(302);
        assertThat(nobody.body()).doesNotContain("走查");
    }

    private void nothing(Session session, String person) {
        var member = members(WORKER, at).get(0);
        for (var path : List.of("", "/change", "/bars", "/members/new", "/members/" + member)) {
            var real = session.send("GET", at + path, null, "text/html");
            var none = session.send("GET", NOBODYS + path, null, "text/html");
            assertThat(real.statusCode()).as(person + path).isEqualTo(404);
            assertThat(real.body().replace(id(at), id(NOBODYS)))
                    .as(person + path)
                    .isEqualTo(none.body());
        }
        for (var list : List.of("/desk", LIST, LIST + "?days=1", "/desk/household-looks", "/desk/search")) {
            assertThat(session.send("GET", list, null, "text/html").body())
                    .as(person + list)
                    .doesNotContain(ADDRESS_MARK, "走查户主", "走查小孙", "0911-000-7007");
        }
        if (!session.token().isEmpty()) {
            var before = stored.rows();
            for (var path :
                    List.of("/look", "/notes", "/needs", "/contact", "/end", "/appeals", "/members/new", "/bars")) {
                var answer = session.submit(at + path, form("tapped", "走访联系", "line", "x", "version", "1"));
                assertThat(answer.statusCode()).as(person + path).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("走查");
            }
            assertThat(stored.rows()).as(person).isEqualTo(before);
        }
    }

    /** His session goes on, and sessions remember posts for some seconds: what he sees of households is asked anew. */
    @Test
    void whoMovedToAnotherPostSeesNothingFromThatMomentOn() {
        var user = "mover-" + Long.toString(System.nanoTime(), 36);
        accounts.user(user, "调动人", PASSWORD, List.of("shibu-chengxi-1-01-grid-worker"));
        var session = Session.of(api, user, PASSWORD);
        assertThat(session.send("GET", at, null, "text/html").body()).contains("走查户主");
        jdbc.sql("update act_id_membership set group_id_ = 'shibu-jijiahe-01-grid-worker' where user_id_ = ?")
                .param(user)
                .update();
        try {
            nothing(session, "moved");
        } finally {
            jdbc.sql("delete from act_id_membership where user_id_ = ?")
                    .param(user)
                    .update();
            jdbc.sql("delete from act_id_user where id_ = ?").param(user).update();
        }
    }

    @Test
    void whoIsBarredDoesNotFindItUntilThatIsLifted() {
        wrong(sends(WORKER, at + "/bars", "barred", "ganshui-grid-01", "barReason", "亲属"), "请从名单里选一位");
        wrong(sends(WORKER, at + "/bars", "barred", "shibu-secretary-chengxi"), "请写明回避原因");
        done(sends(WORKER, at + "/bars", "barred", "shibu-secretary-chengxi", "barReason", "是户主的弟弟"));
        assertThat(shown(WORKER, at + "/bars")).contains("是户主的弟弟");
        nothing(as("shibu-secretary-chengxi"), "barred");
        assertThat(sends("shibu-secretary-chengxi", LIST, "memberName", "走查户主", "addressWords", address)
                        .body())
                .contains("查到 0 户");
        var bar = shown(WORKER, at + "/bars").replaceAll("(?s).*name=\"bar\" value=\"([^\"]+)\".*", "$1");
        done(sends(WORKER, at + "/bars/lift", "bar", bar));
        assertThat(shown("shibu-secretary-chengxi", at)).contains("走查户主");
    }

    @Test
    void everyLookIsWrittenDownBeforeItIsAnsweredAndTheAuditorFindsItWithoutWhatWasSeen() {
        var refused = sends(WORKER, at + "/look", "lookPurpose", " ");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("请选择或写明查看原因").doesNotContain("0911-000-7007", "走查需求");
        assertThat(looks()).isZero();
        looked(WORKER, at);
        assertThat(looks()).isOne();
        looked("shibu-secretary-chengxi", at);
        assertThat(page(WORKER, at + "/members/" + members(WORKER, at).get(0)).statusCode())
                .isEqualTo(200);
        sends(WORKER, LIST, "keyGroup", "disability", "lookPurpose", "本月走访", "addressWords", address);
        wrong(sends(WORKER, LIST, "keyGroup", "disability", "addressWords", address), "请说明原因");
        assertThat(looks()).isEqualTo(4);

        var audited = shown("shibu-auditor", "/desk/household-looks?household=" + id(at));
        assertThat(audited.replaceAll("(?s).*<tbody>|</tbody>.*", ""))
                .containsSubsequence("本月走访", "按敏感群体查找", "核对、更新资料", "修改成员", "走访联系", "联系方式", "走访联系", "含敏感内容");
        assertThat(audited)
                .contains("查到 4 次查看", "2026-04-07 10:00:00")
                .doesNotContain(ADDRESS_MARK, "走查户主", "走查小孙", "走查需求", "走查记录", "残疾人");
        assertThat(shown(
                        "shibu-auditor",
                        "/desk/household-looks?household=" + id(at) + "&person=shibu-secretary-chengxi"))
                .contains("查到 1 次查看");
        assertThat(shown("ganshui-auditor", "/desk/household-looks?household=" + id(at)))
                .contains("查到 0 次查看");
        assertThat(page("shibu-auditor", "/desk/household-looks?household=x").statusCode())
                .isEqualTo(400);
    }

    private long looks() {
        return stored.count("select count(*) from household_look where household = ?::uuid", id(at));
    }
}
