package org.minqing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;

/** What cannot be asked for is refused with a word at the field; it is 7 April 2026, ten in the morning. */
@MinqingTest
class MetricInputTest extends Talk {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=yesterday                                  | from   | 请填日期，例如 2026-11-01
            from=2026-02-30                                 | from   | 请填日期，例如 2026-11-01
            from=2026-3-1                                   | from   | 请填日期，例如 2026-11-01
            from=0001-01-01                                 | from   | 请填日期，例如 2026-11-01
            to=%2B999999999-12-31                           | to     | 请填日期，例如 2026-11-01
            to=2026-04-30T00:00                             | to     | 请填日期，例如 2026-11-01
            from=2026-04-01&to=2026-04-01                   | to     | 结束日应晚于开始日
            from=2026-04-02&to=2026-04-01                   | to     | 结束日应晚于开始日
            from=2026-05-01&to=2026-06-01                   | from   | 这个期间还没有开始
            cutOff=2026-04-07T10:00:01                      | cutOff | 截止时刻不能晚于现在
            cutOff=2026-03-31T23:59:59                      | cutOff | 截止时刻不能早于开始日
            cutOff=2026-04-07                               | cutOff | 请填日期和时刻，例如 2026-11-30T18:00
            cutOff=2026-04-07T25:00                         | cutOff | 请填日期和时刻，例如 2026-11-30T18:00
            cutOff=2026-04-07T02:00Z                        | cutOff | 请填日期和时刻，例如 2026-11-30T18:00
            cutOff=2026-04-07T09:00';drop%20table%20appeal  | cutOff | 请填日期和时刻，例如 2026-11-30T18:00
            """)
    void theFieldIsNamedByTheApiAndByThePage(String asked, String field, String problem) {
        var answer =
                api.as("shibu-auditor").get("/api/sla/metrics?" + asked.strip().replace("'", "%27"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors")).hasSize(1);
        assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo(field);
        assertThat(answer.json().path("errors").path(0).path("zh").asText()).isEqualTo(problem);
        assertThat(answer.json().path("errors").path(0).path("en").asText()).isNotBlank();

        var page = page("?" + asked.strip().replace("'", "%27"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .containsPattern("id=\"" + field + "-problem\"[^>]*>" + problem + "<")
                .doesNotContain("<table", "??");
    }

    @Test
    void aParameterThatNobodyKnowsOrThatComesTwiceIsRefused() {
        var unknown = api.as("shibu-auditor").get("/api/sla/metrics?unit=shibu&locality=ganshui");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("unit", "locality");
        assertThat(api.as("shibu-auditor")
                        .get("/api/sla/metrics?from=2026-01-01&from=2026-02-01")
                        .status())
                .isEqualTo(400);
        var page = page("?since=2026-01-01");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("since", "没有这个字段");
    }

    @Test
    void whatIsLeftOutIsThisMonthAndNow() {
        for (var asked : new String[] {"", "?from=&to=&cutOff="}) {
            var table = api.as("shibu-auditor").get("/api/sla/metrics" + asked).json();
            assertThat(table.path("from").asText()).isEqualTo("2026-04-01");
            assertThat(table.path("to").asText()).isEqualTo("2026-05-01");
            assertThat(table.path("cutOff").asText()).isEqualTo("2026-04-07T10:00:00+08:00");
        }
        time.set("2026-05-01T00:00");
        assertThat(page("").statusCode()).isEqualTo(200);
    }

    @Test
    void aTimeMaySayItsZoneIfItIsOurs() {
        var table = api.as("shibu-auditor")
                .get("/api/sla/metrics?cutOff=2026-04-07T09:30%2B08:00")
                .json();
        assertThat(table.path("cutOff").asText()).isEqualTo("2026-04-07T09:30:00+08:00");
    }

    private HttpResponse<String> page(String asked) {
        return Session.of(api, "shibu-auditor").get("/desk/metrics" + asked);
    }
}
