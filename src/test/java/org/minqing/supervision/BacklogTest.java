package org.minqing.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.support.Stored.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.minqing.sla.due.DueRules;
import org.minqing.support.Api;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The supervisor's numbers are those of the tables, counted another way. */
@MinqingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacklogTest extends AppealRules {

    @Autowired
    DueRules rules;

    @Autowired
    DataSource database;

    private boolean told;

    @BeforeEach
    void appealsOfEveryAge() {
        time.set("2026-03-02T09:00");
        anAppeal().submitted();
        anAppeal().at("ganshui-sanju-01").submitted().respondedBy("grid-02");
        var ended = anAppeal().submitted();
        aHandledAppeal();
        time.pass("PT30M");
        ended.withdrawn();
        time.passTo(java.time.Instant.parse("2026-03-07T02:00:00Z"));
        anAppeal()
                .submitted()
                .respondedBy("grid-01")
                .handlingReturnedBy("secretary-erju")
                .dispatchedBy("dispatcher", "justice");
        time.passTo(java.time.Instant.parse("2026-03-10T01:00:00Z"));
        anAppeal().submitted();
        anAppeal().at("ganshui-erju-02").submitted();
        anAppeal().at("ganshui").submitted();
        aHandledAppeal();
        var reviewed = aHandledAppeal().rated(SATISFIED);
        assertThat(api.post("/api/track/" + reviewed.code() + "/review", "{\"reason\":\"请上一级再看一看\"}")
                        .status())
                .isEqualTo(200);
        time.pass("PT20M");
        time.set("2026-03-10T10:00");
    }

    /** Not after each test: the next one looks at them too. */
    @Override
    protected void withdrawWhatIsLeft() {}

    @AfterAll
    void nothingIsLeft() {
        super.withdrawWhatIsLeft();
    }

    @Test
    void everyNumberOfTheSummaryFollowsFromTheTables() {
        var summary = summary();
        var rows = open();
        assertThat(summary.path("open").asInt()).isEqualTo(rows.size()).isGreaterThan(4);
        assertThat(summary.path("overdue").asInt())
                .isEqualTo(count(rows, Open::overdue))
                .isPositive();
        assertThat(summary.path("dueSoon").asInt()).isEqualTo(count(rows, r -> r.soon() && !r.overdue()));
        assertThat(summary.path("waiting").asInt())
                .isEqualTo(count(rows, Open::waiting))
                .isPositive();
        Map<String, String> expected = new TreeMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(Open::unit))
                .forEach((unit, own) -> expected.put(
                        unit,
                        own.size() + " " + count(own, r -> r.soon() && !r.overdue()) + " " + count(own, Open::overdue)
                                + " "
                                + own.stream()
                                        .filter(r -> !r.waiting())
                                        // Tests go back in time: what another one submitted later is not old yet.
                                        .mapToInt(r -> Math.max(0, r.days()))
                                        .max()
                                        .orElse(0)));
        Map<String, String> told = new TreeMap<>();
        summary.path("units")
                .forEach(u -> told.put(
                        u.path("unit").asText(),
                        u.path("open").asText() + " " + u.path("dueSoon").asText() + " "
                                + u.path("overdue").asText() + " "
                                + u.path("oldestDays").asText()));
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void whoIsOverdueNeedsHelpAndTheReasonIsSaid() {
        var help = summary().path("needsHelp");
        assertThat(help).isNotEmpty();
        assertThat(help.get(0).path("reason").asText()).matches("超时 \\d+ 件，最久 \\d+ 天.*");
    }

    @Test
    void everyNumberOfThePageLeadsToAListOfSoMany() {
        var page = Session.of(api, "ganshui-supervisor");
        var html = page.get("/desk/supervision").body();
        var links = java.util.regex.Pattern.compile(
                        "href=\"(/desk/supervision/appeals\\?[^\"]+)\"[^>]*>(?:<b>)?(\\d+)<")
                .matcher(html)
                .results()
                .toList();
        assertThat(links).hasSizeGreaterThan(8);
        for (var link : links) {
            var list = page.get(link.group(1).replace("&amp;", "&")).body();
            assertThat(list).as(link.group(1)).contains("<b class=\"count\">" + link.group(2) + "</b>");
        }
    }

    @Test
    void aListIsSortedByTheNearestDeadlineAndSaysWhoHasIt() {
        var supervisor = Session.of(api, "ganshui-supervisor");
        var list = new StringBuilder();
        // Other tests leave appeals as well.
        for (int page = 1; page == 1 || list.indexOf("appeals?page=" + page + "\"") > 0; page++) {
            list.append(supervisor.get("/desk/supervision/appeals?page=" + page).body());
        }
        assertThat(list).contains("平安法治办公室司法调解岗", "二居社区第一网格网格员", "超时", "签收已超时", "催办");
    }

    @Test
    void aPageBehindTheLastSaysHowManyThereAreAndLeadsToTheLast() {
        var page = Session.of(api, "ganshui-supervisor");
        var open = summary().path("open").asInt();
        assertThat(open).isPositive();
        var last = (open + 19) / 20;
        assertThat(page.get("/desk/supervision/appeals?page=900000").body())
                .contains("<b class=\"count\">" + open + "</b>", "共 " + open + " 条")
                .contains("/desk/supervision/appeals?page=" + last + "\"")
                .doesNotContain("没有这样的在办诉求", "page=899999", "??");
    }

    @Test
    void aQuestionThatNamesNothingIsRefused() {
        problem(json("/desk/supervision/appeals?unit=shibu-chengxi"), 400, "unit");
        problem(json("/desk/supervision/appeals?band=old&state=all&page=0"), 400, "band", "state", "page");
        problem(json("/desk/supervision/appeals?sort=x"), 400, "sort");
        problem(json("/api/supervision/summary?unit=x"), 400, "unit");
        problem(json("/desk/rates/trend?unit=shibu"), 400, "unit");
    }

    @Test
    void filesHoldTheSameAndNothingThatASpreadsheetWouldCompute() throws Exception {
        anAppeal().saying("=HYPERLINK(\"http://x\")").submitted();
        var csv = Session.of(api, "ganshui-supervisor").get("/desk/supervision/backlog.csv");
        assertThat(csv.body()).startsWith("\ufeff").contains("'=HYPERLINK").contains("诉求编号,标题,单位");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .contains("minqing-backlog-ganshui-20260310-1000.csv");
        assertThat(csv.body().lines().filter(line -> line.startsWith("GS-")).count())
                .isEqualTo(open().size());
        assertThat(xlsx("ganshui-supervisor", "/desk/supervision/backlog.xlsx")).contains("=HYPERLINK(\"http://x\")");
        assertThat(Session.of(api, "ganshui-auditor")
                        .get("/desk/rates/rates.csv")
                        .body())
                .contains("响应率,全部,");
        assertThat(xlsx("ganshui-auditor", "/desk/rates/rates.xlsx")).contains("响应率", "全部");
    }

    @Test
    void keptMonthsAreWhatTheLedgerSaysHoweverOftenTheyAreAsked() {
        time.set("2026-05-20T10:00");
        // Tests go back in time: a month that another one looked at was not over yet.
        JdbcClient.create(Owner.of(database)).sql("""
                        set session_replication_role = replica; delete from kept_figure;
                        set session_replication_role = default""").update();
        var supervisor = Session.of(api, "ganshui-supervisor");
        var first = supervisor.get("/desk/rates/trend?unit=ganshui-erju").body();
        assertThat(jdbc.sql("select count(*) from kept_figure")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(supervisor.get("/desk/rates/trend?unit=ganshui-erju").body()).isEqualTo(first);
        var rates = api.as("ganshui-supervisor")
                .get("/api/evaluation/rates?from=2026-03-01&to=2026-04-01&cutOff=2026-04-16T00:00")
                .json();
        var rate = rates.path("rates").get(0).path("total");
        assertThat(first)
                .contains("data-name=\"2026-03\" data-value=\""
                        + rate.path("value").asText() + "\"");
        assertThat(rates.path("rates").get(0).path("units"))
                .isNotEmpty()
                .filteredOn(unit -> !unit.path("standing").asText().equals("ownLevel"))
                .allSatisfy(unit -> assertThat(unit.path("standing").asText().equals("tooFew"))
                        .isEqualTo(unit.path("denominator").asInt() < 10)
                        .isEqualTo(unit.path("value").isNull())
                        .isEqualTo(unit.path("numerator").isNull()));
    }

    /** The texts of all cells; none of them is a formula. */
    private List<String> xlsx(String person, String path) throws Exception {
        var session = Session.of(api, person);
        var bytes = HttpClient.newHttpClient()
                .send(
                        session.request(path).header("Cookie", session.cookie()).build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var cells = book.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream().filter(Objects::nonNull))
                    .toList();
            assertThat(cells).allMatch(cell -> cell.getFormula() == null);
            return cells.stream().map(cell -> cell.getText()).toList();
        }
    }

    private record Open(String unit, int days, boolean waiting, boolean overdue, boolean soon) {}

    /** Row by row in Java, where the page counts in the database; what the level above reviews is open, whoever left it so. */
    private List<Open> open() {
        var now = OffsetDateTime.parse("2026-03-10T10:00:00+08:00").toInstant();
        var today = LocalDate.parse("2026-03-10");
        return jdbc.sql("""
                        select a.number, a.status, v.unit as reviewing,
                          case a.status when 'RECEIVED' then a.respond_unit else a.handling_unit end as working,
                          coalesce(v.asked_at, a.submitted_at) as since
                        from appeal a left join review_request v on v.appeal = a.number
                          and v.id not in (select request from review_answer)
                          and v.id not in (select request from review_step where step = 'withdrawn')
                        where a.locality = 'ganshui' and (v.id is not null
                          or a.status not in ('CLOSED', 'CLOSED_UNANSWERED', 'WITHDRAWN', 'MERGED'))""")
                .query((rs, i) -> {
                    var running = clocks.of(rs.getString("number")).stream()
                            .filter(c -> c.stoppedAt() == null)
                            .toList();
                    var since =
                            rs.getObject("since", OffsetDateTime.class).atZoneSameInstant(ZoneId.of("Asia/Shanghai"));
                    return new Open(
                            Objects.requireNonNullElse(rs.getString("reviewing"), rs.getString("working")),
                            (int) (today.toEpochDay() - since.toLocalDate().toEpochDay()),
                            rs.getString("status").equals("FEEDBACK"),
                            running.stream().anyMatch(c -> c.dueAt().isBefore(now)),
                            running.stream().anyMatch(c -> !rules.of(c).soonAt().isAfter(now)));
                })
                .list();
    }

    private static int count(List<Open> rows, java.util.function.Predicate<Open> which) {
        return (int) rows.stream().filter(which).count();
    }

    private JsonNode summary() {
        var answer = api.as("ganshui-supervisor").get("/api/supervision/summary");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.json();
    }

    private Api.Answer json(String path) {
        var answer = Session.of(api, "ganshui-supervisor").get(path);
        try {
            return new Api.Answer(answer.statusCode(), new ObjectMapper().readTree(answer.body()), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
