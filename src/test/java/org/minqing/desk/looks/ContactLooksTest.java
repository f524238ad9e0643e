package org.minqing.desk.looks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.AuditTalk;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** Whoever looks at contact data stands in the auditor's list, on whatever way he came to it. */
@MinqingTest
class ContactLooksTest extends AuditTalk {

    private static final String LOOKS = "/desk/contact-looks";

    private String looks(String query) {
        return page("ganshui-auditor", query);
    }

    private String page(String auditor, String query) {
        var answer = Session.of(api, auditor).send("GET", LOOKS + query, null, "text/html");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void looked(String person, String number, String purpose) {
        var answer = api.as(person).post("/api/appeals/" + number + "/contact", "{\"purpose\":\"" + purpose + "\"}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    @Test
    void eachWayIsWrittenDownAndListedNewestFirstWithoutWhatWasSeen() {
        var number = submitted();
        var task = api.as("ganshui-grid-01")
                .task("respondAppeal", number)
                .path("id")
                .asText();
        var person = Session.of(api, "ganshui-grid-01");
        assertThat(person.submit("/desk/appeals/" + number + "/contact", "purpose=%E6%A0%B8%E5%AE%9E%E5%9C%B0%E7%82%B9")
                        .body())
                .contains(PHONE);
        time.pass("PT1M");
        assertThat(person.submit(
                                "/desk/tasks/" + task + "/contact",
                                "_purpose=%E8%81%94%E7%B3%BB%E5%B1%85%E6%B0%91%E6%A0%B8%E5%AE%9E%E6%83%85%E5%86%B5")
                        .body())
                .contains(PHONE);
        time.pass("PT1M");
        looked("ganshui-grid-01", number, "约时间上门");

        var page = looks("?appeal=" + number);
        assertThat(page.replaceAll("(?s).*<tbody>|</tbody>.*", ""))
                .containsSubsequence("约时间上门", "任务列表或接口", "联系居民核实情况", "任务页面", "核实地点", "诉求页面");
        assertThat(page)
                .contains("查到 3 次查看", number, "（二居社区第一网格网格员", "2026-04-07 10:02:00")
                .doesNotContain(PHONE, "不该看见的居民", TITLE);
    }

    @Test
    void anAuditorReadsOfHisOwnLocalityAndFindsByPersonAndDay() {
        var own = submitted();
        var other = submitted("matou", "matou");
        looked("ganshui-grid-01", own, "早上看的");
        looked("matou-dispatcher", other, "别处看的");
        time.pass("P1D");
        looked("ganshui-supervisor", own, "次日看的");

        assertThat(looks("")).contains("早上看的", "次日看的").doesNotContain("别处看的", other, "matou-dispatcher");
        assertThat(looks("?person=ganshui-supervisor")).contains("次日看的").doesNotContain("早上看的");
        assertThat(looks("?to=2026-04-07")).contains("早上看的").doesNotContain("次日看的");
        assertThat(looks("?from=2026-04-08")).contains("次日看的").doesNotContain("早上看的");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?person=nobody", "?from=x", "?from=2026-04-09&to=2026-04-08", "?appeal=x", "?page=0", "?a=b"})
    void aSearchThatMakesNoSenseIsRefused(String query) {
        assertThat(Session.of(api, "ganshui-auditor")
                        .send("GET", LOOKS + query, null, "text/html")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLongListHasPages() {
        var number = submitted();
        for (int i = 1; i <= 51; i++) {
            looked("ganshui-grid-01", number, "第" + i + "次");
        }
        assertThat(looks("?appeal=" + number))
                .contains("查到 51 次查看", "第51次", "第2次")
                .doesNotContain("第1次");
        assertThat(looks("?appeal=" + number + "&page=2")).contains("第1次").doesNotContain("第2次");
    }

    @Test
    void whomAnAppealIsAboutDoesNotFindItHereEither() {
        var number = submitted();
        looked("ganshui-grid-01", number, "与审计员有关");
        var named = Session.of(api, "ganshui-supervisor")
                .submit("/desk/appeals/" + number + "/subject", "subject=ganshui-auditor");
        assertThat(named.statusCode()).isBetween(302, 303);
        assertThat(looks("?appeal=" + number)).doesNotContain("与审计员有关");
        // Other tests count what this auditor sees.
        var code = jdbc.sql("select tracking_code from appeal where number = ?")
                .param(number)
                .query(String.class)
                .single();
        assertThat(api.post("/api/track/" + code + "/withdrawal", "{}").status())
                .isEqualTo(200);
    }
}
