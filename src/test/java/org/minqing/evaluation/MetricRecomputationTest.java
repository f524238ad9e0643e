package org.minqing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.sla.ledger.LedgerExport;
import org.minqing.sla.ledger.Selection;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has the export of the ledger gets the same figures as the page and the API. */
@MinqingTest
class MetricRecomputationTest extends AppealRules {

    private static final String DAY = "?from=2026-03-19&to=2026-03-20";
    private static final String BOTH_DAYS = "?from=2026-03-19&to=2026-03-22";
    private static final String MARCH = "?from=2026-03-01&to=2026-04-01";
    private static final String LONG_AGO = "?from=2024-01-01&to=2024-02-01";
    /** Opening, response, calling off, the limit itself, the second after it, a late response, the results, the end. */
    private static final List<String> MOMENTS = List.of(
            "2026-03-19T09:00",
            "2026-03-19T09:29:59",
            "2026-03-19T09:30",
            "2026-03-19T10:00",
            "2026-03-20T09:00",
            "2026-03-20T09:00:01",
            "2026-03-20T11:00",
            "2026-03-21T09:20",
            "2026-03-21T12:00",
            "2026-03-28T10:00",
            "2026-04-02T09:20");

    private static boolean told;

    @Autowired
    LedgerExport export;

    @Autowired
    Localities localities;

    @BeforeEach
    void appealsOfEveryKind() {
        if (!told) {
            told = true;
            tell();
        }
        time.set("2026-04-02T12:00");
    }

    private void tell() {
        time.set("2026-03-19T09:00");
        var redone = anAppeal().submitted();
        var late = anAppeal().submitted();
        anAppeal().at("ganshui-erju-02").submitted();
        var withdrawn = anAppeal().submitted();
        var withdrawnOverdue = anAppeal().submitted();
        var merged = anAppeal().submitted();
        var passedOn = anAppeal().submitted();
        time.pass("PT30M");
        redone.respondedBy("grid-01");
        var split = split(redone);
        passedOn.respondedBy("grid-01").handlingReturnedBy("secretary-erju").dispatchedBy("dispatcher", "justice");
        time.pass("PT30M");
        withdrawn.withdrawn();
        merged.mergedInto(redone);
        time.pass("PT25H");
        late.respondedBy("grid-01");
        withdrawnOverdue.withdrawn();
        time.passTo(moment("2026-03-21T09:00"));
        anAppeal().at("ganshui-sanju-01").submitted();
        var neverCalled = anAppeal().submitted();
        var calledLate = anAppeal().submitted();
        var disputed = anAppeal()
                .submitted()
                .responseReturnedBy("grid-01")
                .reroutedBy("dispatcher", "ganshui-sanju-01")
                .responseReturnedBy("grid-02");
        var explained = anAppeal().submitted();
        neverCalled.calledBy("grid-01").denied();
        calledLate.calledBy("grid-01").denied();
        time.pass("PT20M");
        disputed.settledBy("leader", "ganshui-erju-01-grid-worker");
        neverCalled.contactCheckedBy("supervisor", false);
        calledLate.contactCheckedBy("supervisor", true);
        split.get(0).dispatchedAsDecided().handledBy(split.get(0).offeredTo());
        var left = redone.desk("dispatcher")
                .post("/api/appeals/" + split.get(1).number() + "/removal", "{\"ground\":\"另一单位已经一并处理完了\"}");
        assertThat(left.status()).as(left.raw().body()).isEqualTo(200);
        redone.handledBy("secretary-erju").rated(DISSATISFIED);
        neverCalled.handledBy("secretary-erju").rated(true);
        // Of these nobody asks whether it is solved.
        explained.respondedBy("grid-01").endedBy("secretary-erju", """
                        "outcome":"explained","evidenceKind":"document","evidence":"区里批复第9号，存村委会\"""").rated(true);
        time.pass("P12D");
        late.handledBy("secretary-erju");
    }

    private static List<AppealCase> split(AppealCase whole) {
        var answer = whole.desk("dispatcher").post("/api/appeals/" + whole.number() + "/sub-cases", """
                        {"subCases":[{"title":"楼道灯","description":"三楼的灯不亮","category":"property"},
                          {"title":"楼道杂物","description":"二楼堆了杂物","category":"other"}]}""");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return List.of(whole.subCase(whole.number() + "-1"), whole.subCase(whole.number() + "-2"));
    }

    @Test
    void subCasesAreNoAppealsOfResidentsAndWorkOfTheirUnits() {
        var figures = figures(table(MARCH + "&cutOff=2026-04-02T09:20"));
        assertThat(figures.get("subCaseOnTimeRate").get(Recomputation.ALL)).isEqualTo("1/1=100.0");
    }

    @Test
    void everyFigureOfTheApiFollowsFromTheExportAtEveryCutOff() {
        var csv = csv();
        for (var period : List.of(DAY, BOTH_DAYS, MARCH)) {
            for (var cutOff : MOMENTS) {
                assertThat(figures(table(period + "&cutOff=" + cutOff)))
                        .as(period + " as of " + cutOff)
                        .isEqualTo(recomputed(csv, period, cutOff));
            }
        }
    }

    @Test
    void everyFigureOfThePageFollowsFromTheExport() {
        var csv = csv();
        for (var cutOff : List.of("2026-03-20T11:00", "2026-04-02T09:20")) {
            var html = page(BOTH_DAYS + "&cutOff=" + cutOff);
            var table = table(BOTH_DAYS + "&cutOff=" + cutOff);
            assertThat(html).contains(table.path("digest").asText());
            assertThat(shown(html, table)).isEqualTo(recomputed(csv, BOTH_DAYS, cutOff));
        }
    }

    @Test
    void theFiguresAreThoseThatThisStoryMakes() {
        var total = table(DAY + "&cutOff=2026-04-02T09:20").path("total").path("figures");
        assertThat(figure(total.path("responseRate"))).isEqualTo("3/5=60.0");
        assertThat(figure(total.path("onTimeResponseRate"))).isEqualTo("2/5=40.0");
        assertThat(figure(total.path("meanResponse"))).isEqualTo("1620.0/3=540.0");
        assertThat(figure(total.path("p90Response"))).isEqualTo("3/3=1560.0");
        assertThat(figure(total.path("completionRate"))).isEqualTo("2/4=50.0");
        assertThat(figure(total.path("onTimeCompletionRate"))).isEqualTo("1/4=25.0");
    }

    @Test
    void whoReturnedWhatAndWhetherItWasRightStandsBesideTheUnit() {
        var figures = figures(table(BOTH_DAYS + "&cutOff=2026-04-02T09:20"));
        assertThat(figures.get("returnUpheldRate"))
                .containsEntry("ganshui-erju", "1/1=100.0")
                .containsEntry("*", "2/3=66.7")
                // A grid is one person, who is not rated.
                .doesNotContainKeys("ganshui-erju-01", "ganshui-sanju-01");
        assertThat(figures.get("disputedReturnRate")).containsEntry("*", "1/3=33.3");
        assertThat(figures.get("onTimeSettlementRate")).containsEntry("ganshui", "1/1=100.0");
    }

    @Test
    void whatIsNotDueYetIsInNoRate() {
        var atOnce = table(DAY + "&cutOff=2026-03-19T09:00").path("total").path("figures");
        assertThat(figure(atOnce.path("responseRate"))).isEqualTo("0/0=");
        assertThat(figure(atOnce.path("onTimeResponseRate"))).isEqualTo("0/0=");
        var atTheLimit = table(DAY + "&cutOff=2026-03-20T09:00").path("total").path("figures");
        assertThat(figure(atTheLimit.path("onTimeResponseRate"))).isEqualTo("2/2=100.0");
        var after = table(DAY + "&cutOff=2026-03-20T09:00:01").path("total").path("figures");
        assertThat(figure(after.path("onTimeResponseRate"))).isEqualTo("2/5=40.0");
    }

    @Test
    void anOverdueResultIsTheMatterOfTheUnitThatHasItNow() {
        assertThat(figures(table(DAY + "&cutOff=2026-04-02T09:20")).get("onTimeCompletionRate"))
                .containsEntry("ganshui-rule-of-law", "0/1=0.0");
    }

    @Test
    void nothingCountedIsADashAndNeverAPercentage() {
        var table = table(LONG_AGO + "&cutOff=2026-03-21T12:00");
        assertThat(table.path("units")).isEmpty();
        assertThat(figures(table).values())
                .allSatisfy(f -> assertThat(f.get(Recomputation.ALL)).isEqualTo("0/0="));
        var html = page(LONG_AGO);
        assertThat(html).contains("—", "这个期间没有计入的诉求").doesNotContain("<b>0.0%", "<b>100.0%", "NaN");
    }

    @Test
    void laterFactsDoNotChangeAFigureOrItsDigest() throws Exception {
        var asked = MARCH + "&cutOff=2026-04-02T11:00";
        var before = table(asked);
        anAppeal().submitted();
        time.pass("PT1H");
        var after = table(asked);
        assertThat(after).isEqualTo(before);
        assertThat(table(MARCH + "&cutOff=2026-04-02T10:59").path("digest")).isNotEqualTo(before.path("digest"));
        assertThat(after.path("digest").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(after.path("digested").asText().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void otherLocalitiesDoNotCount() {
        var shibu = api.as("shibu-supervisor").get("/api/sla/metrics" + DAY).json();
        assertThat(shibu.path("locality").asText()).isEqualTo("shibu");
        assertThat(shibu.path("units")).isEmpty();
    }

    private Map<String, Map<String, String>> recomputed(String csv, String period, String cutOff) {
        var days = Pattern.compile("from=(.*)&to=(.*)").matcher(period);
        assertThat(days.find()).isTrue();
        var figures = new Recomputation(
                        csv, LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)), moment(cutOff))
                .figures();
        // Behind these stands one person: they are in the total alone.
        figures.values()
                .forEach(byUnit -> byUnit.keySet()
                        .removeIf(code -> localities
                                .get("ganshui")
                                .unit(code)
                                .filter(Unit::single)
                                .isPresent()));
        return figures;
    }

    private String csv() {
        var to = new StringWriter();
        export.csv(Selection.locality("ganshui"), to);
        return to.toString();
    }

    private JsonNode table(String asked) {
        var answer = api.as("ganshui-auditor").get("/api/sla/metrics" + asked);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.json();
    }

    private String page(String asked) {
        var answer = Session.of(api, "ganshui-auditor").get("/desk/metrics" + asked);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, Map<String, String>> figures(JsonNode table) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        add(all, table.path("total"));
        table.path("units").forEach(line -> add(all, line));
        return all;
    }

    private static void add(Map<String, Map<String, String>> all, JsonNode line) {
        line.path("figures")
                .properties()
                .forEach(f -> all.computeIfAbsent(f.getKey(), m -> new TreeMap<>())
                        .put(line.path("unit").asText(), figure(f.getValue())));
    }

    private static String figure(JsonNode figure) {
        return figure.path("numerator").asText() + "/"
                + figure.path("denominator").asText() + "="
                + (figure.path("value").isNull() ? "" : figure.path("value").asText());
    }

    /** The rows of the table as somebody reads them off the page. */
    private Map<String, Map<String, String>> shown(String html, JsonNode table) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        var rows = Pattern.compile("(?s)<tr>\\s*<th scope=\"row\">([^<]+)</th>(.*?)</tr>")
                .matcher(html);
        while (rows.find()) {
            var unit = rows.group(1).equals("合计") ? Recomputation.ALL : code(rows.group(1));
            var cells = Pattern.compile("(?s)<b>(.*?)</b>\\s*<span class=\"hint\">(.*?)</span>")
                    .matcher(rows.group(2));
            for (var metric : table.path("metrics")) {
                assertThat(cells.find()).isTrue();
                var value = cells.group(1).replaceAll("[^0-9.]", "");
                all.computeIfAbsent(metric.path("code").asText(), m -> new TreeMap<>())
                        .put(unit, cells.group(2) + "=" + value);
            }
        }
        return all;
    }

    private String code(String name) {
        return localities.get("ganshui").units().stream()
                .filter(unit -> unit.name().equals(name))
                .map(Unit::code)
                .findFirst()
                .orElseThrow();
    }

    private static java.time.Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
