package org.minqing.desk.timers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Date;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.AuditTalk;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** Every timer through all processes, as programs and auditors find it. */
@MinqingTest
class TimersTest extends AuditTalk {

    @Autowired
    ManagementService management;

    @Test
    void theListIsWhatTheEngineHasTimerByTimer() {
        nothingConfidentialIsOpen();
        submitted();
        submitted("matou", "matou");
        var own = management.createJobQuery().timers().tenantIdIn("ganshui").count();
        var found = get("ganshui-auditor", "");
        assertThat(found.path("total").asLong()).isEqualTo(own);
        assertThat(found.toString()).doesNotContain("matou");
        assertThat(get("ganshui-supervisor", "").path("total").asLong()).isEqualTo(own);
        assertThat(get("admin", "").path("total").asLong())
                .isEqualTo(management.createJobQuery().timers().count());
        var due = StreamSupport.stream(found.path("rows").spliterator(), false)
                .map(r -> r.path("dueAt").asText())
                .toList();
        assertThat(due).isSorted().hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void aTimerAsItWasSetWaitsAndAgreesWithItsClock() {
        var row = only("?appeal=" + submitted());
        assertThat(row.path("timer").asText()).isEqualTo("LIMIT");
        assertThat(row.path("timerName").asText()).isEqualTo("时限定时器");
        assertThat(row.path("unitName").asText()).isNotEmpty();
        assertThat(row.path("state").asText()).isEqualTo("WAITING");
        assertThat(row.path("stateName").asText()).isEqualTo("等待");
        assertThat(row.path("differs").asBoolean()).isFalse();
        assertThat(row.path("askedAt").asText()).isEqualTo(row.path("dueAt").asText());
        assertThat(row.path("lateSeconds").isNull()).isTrue();
        assertThat(row.path("alarm").asBoolean()).isFalse();
    }

    @Test
    void theTimerOfTheRatingIsNamedAsSuch() {
        var number = submitted();
        responded(number);
        done("ganshui-secretary-erju", "handleDirectly", number, """
                {"action":"done","result":"已经清理","outcome":"solved","evidenceKind":"document","evidence":"现场照片3张，存社区工作群"}""");
        assertThat(only("?appeal=" + number).path("timerName").asText()).isEqualTo("评价期满定时器");
    }

    @Test
    void aTimerThatDidNotFireInTimeSaysHowLateItIs() {
        var number = submitted();
        time.set(timer(number).getDuedate().toInstant().plusSeconds(3600));
        var row = only("?appeal=" + number + "&state=OVERDUE&lateMinutes=59");
        assertThat(row.path("lateSeconds").asLong()).isEqualTo(3600);
        assertThat(row.path("late").asText()).isEqualTo("1 小时");
        assertThat(get("ganshui-auditor", "?appeal=" + number + "&lateMinutes=60")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aTimerThatSomebodyMovedDiffersFromItsClock() {
        var number = submitted();
        var before = timer(number).getDuedate().toInstant();
        management.setJobDuedate(timer(number).getId(), Date.from(before.plusSeconds(7200)));
        touched(number);
        var row = only("?appeal=" + number);
        assertThat(row.path("differs").asBoolean()).isTrue();
        assertThat(row.path("alarm").asBoolean()).isTrue();
        assertThat(row.path("askedAt").asText()).isEqualTo(org.minqing.time.Times.iso(before));
    }

    @Test
    void suspendedFailedAndFailingTimersSaySo() {
        var suspended = submitted();
        management.suspendJobById(timer(suspended).getId());
        var failed = submitted();
        management.setJobRetries(timer(failed).getId(), 0);
        var failing = submitted();
        jdbc.sql("update act_ru_job set exception_msg_ = 'x' where id_ = ?")
                .param(timer(failing).getId())
                .update();
        assertThat(only("?state=SUSPENDED&appeal=" + suspended)
                        .path("stateName")
                        .asText())
                .isEqualTo("暂停");
        assertThat(only("?state=FAILED&appeal=" + failed).path("stateName").asText())
                .isEqualTo("失败");
        assertThat(only("?state=RETRYING&appeal=" + failing).path("stateName").asText())
                .isEqualTo("重试");
        for (var number : List.of(suspended, failed, failing)) {
            assertThat(get("ganshui-auditor", "?state=WAITING&appeal=" + number)
                            .path("total")
                            .asInt())
                    .isZero();
            management.deleteJob(timer(number).getId());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unit=ganshui                     | true
            unit=ganshui-erju                | true
            unit=ganshui-shuanglong          | false
            from=2026-04-07                  | true
            from=2026-04-12                  | false
            to=2026-04-12                    | true
            to=2026-04-06                    | false
            lateMinutes=0                    | false
            state=WAITING                    | true
            state=FAILED                     | false
            state=&from=&to=&unit=&lateMinutes=&page= | true
            page=2                           | false
            """)
    void aFieldNarrowsTheSearchAndAnEmptyOneDoesNot(String fields, boolean found) {
        var number = submitted();
        assertThat(get("ganshui-auditor", "?appeal=" + number + "&" + fields).path("rows"))
                .hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x=1                              | x
            locality=matou                   | locality
            unit=matou                       | unit
            unit=%00                         | unit
            state=waiting                    | state
            from=2026-02-30                  | from
            from=2026-04-02&to=2026-04-01    | from
            lateMinutes=-1                   | lateMinutes
            lateMinutes=1.5                  | lateMinutes
            lateMinutes=99999999             | lateMinutes
            appeal=1%27%20or%201=1           | appeal
            appeal=%00                       | appeal
            page=0                           | page
            page=1&page=2                    | page
            """)
    void whatMakesNoSenseIsRefusedByName(String fields, String field) {
        stored.refused(400, () -> auditor().get("/api/sla/timers?" + fields), field);
        if (!fields.startsWith("page")) {
            var file = Session.of(api, "ganshui-auditor").get("/desk/timers/export.csv?" + fields);
            assertThat(file.statusCode()).isEqualTo(400);
            assertThat(file.body()).contains("\"" + field + "\"");
        }
    }

    @Test
    void aTimerOfTheNeighbourIsNotFound() {
        var theirs = submitted("matou", "matou");
        assertThat(get("ganshui-auditor", "?appeal=" + theirs).path("total").asInt())
                .isZero();
        assertThat(get("matou-auditor", "?appeal=" + theirs).path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void theFileHasTheSameRowsAndNoWordsOfAnybody() {
        var number = submitted();
        var file = Session.of(api, "ganshui-auditor").get("/desk/timers/export.csv?appeal=" + number);
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("minqing-timers-ganshui-20260407-1000.csv");
        assertThat(file.body().lines())
                .hasSize(2)
                .first()
                .isEqualTo("\ufeff诉求编号,定时器,单位,触发时间,按时钟应为,与时钟不符,状态,剩余重试,迟了（秒）,警报");
        assertThat(file.body()).contains(number + ",时限定时器,").doesNotContain(TITLE, WORDS, PHONE, "不该");
    }

    @Test
    void aPageBehindTheLastSaysHowManyThereAreAndLeadsToTheLast() {
        var number = submitted();
        var behind = get("ganshui-auditor", "?page=9&appeal=" + number);
        assertThat(behind.path("total").asInt()).isEqualTo(1);
        assertThat(behind.path("rows")).isEmpty();
        var auditor = Session.of(api, "ganshui-auditor");
        var page = auditor.send(
                auditor.request("/desk/timers?page=9&appeal=" + number).header("Accept", "text/html"));
        assertThat(page.body())
                .contains("查到 1 个定时器", "共 1 条", "/desk/timers?appeal=" + number + "&amp;page=1\"")
                .doesNotContain("没有符合条件", "page=8", "??");
    }

    @Test
    void thePageSaysTheSameAndKeepsWhatWasTyped() {
        var number = submitted();
        var auditor = Session.of(api, "ganshui-auditor");
        var page = auditor.send(auditor.request("/desk/timers?appeal=" + number).header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("查到 1 个定时器", "href=\"/desk/ledger/" + number + "\"", "时限定时器", "等待", "一致")
                .contains("/desk/timers/export.csv?appeal=" + number, "value=\"" + number + "\"")
                .doesNotContain("style=", "<script", "??", TITLE, WORDS, "不该");
        var wrong = auditor.send(auditor.request("/desk/timers?unit=%22%3E%3Ci%3Ex&lateMinutes=7")
                .header("Accept", "text/html"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("请修改以下内容", "href=\"#unit\"", "没有这个单位", "value=\"7\"")
                .doesNotContain("<i>", "查到");
        assertThat(auditor.send(auditor.request("/desk").header("Accept", "text/html"))
                        .body())
                .contains("href=\"/desk/timers\"");
    }

    private JsonNode only(String question) {
        var found = get("ganshui-auditor", question);
        assertThat(found.path("total").asInt()).as(found.toString()).isEqualTo(1);
        return found.at("/rows/0");
    }

    private JsonNode get(String user, String question) {
        var answer = api.as(user).get("/api/sla/timers" + question);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.json();
    }

    private Job timer(String number) {
        return management
                .createJobQuery()
                .processInstanceId(jdbc.sql("select id_ from act_ru_execution where business_key_ = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .timers()
                .singleResult();
    }
}
