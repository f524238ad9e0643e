package org.minqing.desk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.AuditTalk;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** The auditor's desk as a browser gets it. */
@MinqingTest
class LedgerPagesTest extends AuditTalk {

    private static Session auditor;

    @BeforeEach
    void signIn() {
        auditor = auditor == null ? Session.of(api, "ganshui-auditor") : auditor;
    }

    @Test
    void theDeskLeadsAuditorsToTheLedgerAndNobodyElse() {
        assertThat(page("/desk", 200)).contains("href=\"/desk/ledger\"");
        var other = Session.of(api, "ganshui-grid-01");
        assertThat(other.send(other.request("/desk").header("Accept", "text/html"))
                        .body())
                .doesNotContain("/desk/ledger");
    }

    @Test
    void aSearchListsClocksInWordsAndNumbers() {
        var number = late();
        var html = page("/desk/ledger?appeal=" + number, 200);
        assertThat(html)
                .contains("href=\"/desk/ledger/" + number + "\"", "超时", "计时中", "2026-04-08 10:00", "1 小时")
                .contains("/desk/ledger/export.xlsx?appeal=" + number, "/desk/ledger/export.csv?appeal=" + number)
                .contains("value=\"" + number + "\"", "action=\"/desk/ledger/verify\"", "二居社区");
    }

    /** A day that cannot be read stands there as it was written, to be mended. */
    @Test
    void aSearchKeepsWhatWasAsked() {
        assertThat(page("/desk/ledger?from=2026-04-01&to=2026-04-02T10:30&clock=RESOLVE&outcome=BREACHED", 200))
                .containsPattern("name=\"from\"[^>]* value=\"2026-04-01\"")
                .containsPattern("name=\"to\" type=\"datetime-local\"[^>]* value=\"2026-04-02T10:30\"")
                .contains("value=\"RESOLVE\" selected", "value=\"BREACHED\" selected");
        assertThat(page("/desk/ledger?from=yesterday", 400))
                .containsPattern("name=\"from\" type=\"text\"[^>]* value=\"yesterday\"[^>]* aria-invalid=\"true\"")
                .contains("id=\"from-problem\"");
    }

    @Test
    void anAppealOpensIntoNarrationLedgerTimersAndAlarms() {
        var number = late();
        touched(number);
        var hash = jdbc.sql("select hash from sla_ledger where appeal = ? order by id limit 1")
                .param(number)
                .query(String.class)
                .single();
        assertThat(page("/desk/ledger/" + number, 200))
                .contains("4月7日 10:00 起算，限 24 小时", "因此应于")
                .contains("起算", "超时后完成", "限时 24 小时；连续计时", "方式：到场查看；联系到：居民本人", "定时器发现")
                .contains("ganshui-grid-01", "title=\"" + hash + "\"", hash.substring(0, 12))
                .contains("时限定时器", "设定", "触发", "没有申请过延期或暂停")
                .contains("定时器被改动", "ganshui-supervisor", "2026-05-01 10:00");
    }

    @Test
    void noPageShowsWordsOfAnybodyOrHowToReachHim() {
        var number = late();
        for (var path : List.of("/desk/ledger", "/desk/ledger?appeal=" + number, "/desk/ledger/" + number)) {
            assertThat(page(path, 200)).doesNotContain(TITLE, WORDS, PHONE, "不该");
        }
        // The first page of all may be full of others.
        for (var path : List.of("/desk/ledger?appeal=" + number, "/desk/ledger/" + number)) {
            assertThat(page(path, 200)).contains(number);
        }
    }

    @Test
    void anAppealOfTheNeighbourLooksLikeNone() {
        var theirs = page("/desk/ledger/" + submitted("matou", "matou"), 404);
        assertThat(theirs).isEqualTo(page("/desk/ledger/GS-20990101-0001", 404));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=x", "to=2026-02-30", "unit=nowhere", "clock=x", "outcome=x", "appeal=x", "page=0"})
    void aWrongFieldIsShownWithItsFaultAndTheOthersStay(String wrong) {
        var html = page("/desk/ledger?" + wrong + "&alarms=true", 400);
        assertThat(html).contains("请修改以下内容", "checked=\"checked\"").doesNotContain("查到");
        var field = wrong.substring(0, wrong.indexOf('='));
        assertThat(html).contains("href=\"#" + field + "\"");
        assertThat(page("/desk/ledger?nonsense=1", 400)).contains("nonsense", "没有这个字段");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "${7919*7}", "[[${7919*7}]]", "__${7919*7}__::.x", "\"><b>"})
    void whatWasTypedIsShownAsText(String text) {
        var typed = URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (var field : List.of("from", "unit", "appeal", "outcome")) {
            assertThat(page("/desk/ledger?" + field + "=" + typed, 400)).doesNotContain("55433", "<script", "<b>\"");
        }
        page("/desk/ledger?" + typed + "=1", 400);
        page("/desk/ledger/" + typed.replace("+", "%20").replace("%2F", ""), 404);
    }

    @Test
    void theResultOfVerificationNamesTheFirstBadRow() {
        var number = submitted();
        assertThat(verified()).contains("台账完好").doesNotContain("第一处不符");
        var id = stored.count("select min(id) from sla_ledger where appeal = ?", number);
        tampered(
                id,
                () -> assertThat(verified())
                        .contains("台账不符", "第 " + id + " 行", "/desk/ledger/" + number, "内容被改动")
                        .doesNotContain("台账完好"));
    }

    /** Whoever asked may go on working: the page says how far it is, and comes again by itself. */
    private String verified() {
        assertThat(auditor.submit("/desk/ledger/verify", "").statusCode()).isEqualTo(303);
        var seen = new AtomicReference<String>();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            seen.set(page("/desk/ledger/verify", 200));
            return !seen.get().contains("正在核验");
        });
        return seen.get();
    }

    @Test
    void turningThePageKeepsTheSearch() {
        for (int i = 0; i < 17; i++) {
            submitted();
        }
        var html = page("/desk/ledger?unit=ganshui&from=2020-01-01", 200);
        assertThat(html)
                .contains("第 1 页")
                .containsPattern("/desk/ledger\\?from=2020-01-01&amp;unit=ganshui&amp;page=2|"
                        + "/desk/ledger\\?unit=ganshui&amp;from=2020-01-01&amp;page=2");
        assertThat(page("/desk/ledger?page=2", 200)).contains("第 2 页", "/desk/ledger?page=1");
    }

    @Test
    void aPageBehindTheLastSaysHowManyThereAreAndLeadsToTheLast() {
        submitted();
        var behind = auditor().get("/api/sla/ledger?page=900000").json();
        var total = behind.path("total").asLong();
        var last = behind.path("pages").asLong();
        assertThat(total).isPositive();
        assertThat(behind.path("rows")).isEmpty();
        assertThat(page("/desk/ledger?page=900000", 200))
                .contains("查到 %,d".formatted(total), "共 %,d 条".formatted(total), "/desk/ledger?page=" + last + "\"")
                .doesNotContain("没有符合条件", "page=899999");
        assertThat(page("/desk/ledger?from=2020-01-01&to=2020-01-02&page=2", 200))
                .contains("没有符合条件的时钟");
    }

    private static String page(String path, int status) {
        var answer = auditor.send(auditor.request(path).header("Accept", "text/html"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .contains("lang=\"zh-CN\"", "</html>")
                .doesNotContain("style=", "<script>", "<style", "th:", "??", "Exception", "org.minqing");
        return answer.body();
    }
}
