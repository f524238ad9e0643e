package org.minqing.desk.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.saved.SavedSearches;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever searches says what he is shown and in which order, keeps the search, and takes away what the page shows and no more. */
@MinqingTest
class KeptListsTest extends AppealRules {

    private static final String PATH = "/desk/search";
    private static final String PERSON = "ganshui-dispatcher";
    private static final Pattern ROW = Pattern.compile("(?s)<tr>\\s*<td.*?</tr>");
    private static final Pattern CELL = Pattern.compile("(?s)<td[^>]*>(.*?)</td>");

    @Autowired
    private SavedSearches saved;

    private Session desk;
    private String word;

    @BeforeEach
    void threeAppealsOfOneWord() {
        time.begin("2026-10-13T09:00");
        word = "渡槽" + Long.toString(System.nanoTime(), 36);
        anAppeal().about("street-lighting").telling(word + "甲", "渡槽漏水，" + word).submitted();
        time.pass("PT1H");
        anAppeal()
                .telling("=" + word + "乙", word + "渡槽裂了")
                .at("ganshui-sanju-01")
                .submitted();
        time.pass("PT1H");
        anAppeal()
                .telling(word + "丙", word + "渡槽塌了")
                .signed("渡槽居民", "0911 555-0777")
                .submitted();
        desk = Session.of(api, PERSON);
    }

    @AfterEach
    void nothingIsKept() {
        jdbc.sql("delete from saved_search where person = ? or person = 'ganshui-auditor'")
                .param(PERSON)
                .update();
    }

    @Test
    void onlyTheColumnsAreShownThatWereChosenAndTheNumberAlways() {
        var rows = rows(asked("words", word, "columns", "handlingUnit", "columns", "title"));
        assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(3));
        assertThat(rows.get(0).get(0)).startsWith("GS-");
        assertThat(rows.get(0).get(1)).isEqualTo(word + "丙");
        assertThat(rows(asked("words", word)).get(0)).hasSize(SearchColumn.USUAL.size());
    }

    @Test
    void whatWasFoundStandsInTheOrderThatWasAskedFor() {
        assertThat(titles("newest")).containsExactly(word + "丙", "=" + word + "乙", word + "甲");
        assertThat(titles("oldest")).containsExactly(word + "甲", "=" + word + "乙", word + "丙");
        assertThat(titles("place").get(2)).as("of another village").isEqualTo("=" + word + "乙");
        assertThat(titles("category")).containsExactlyInAnyOrderElementsOf(titles("newest"));
        assertThat(titles("category").indexOf(word + "甲")).isNotEqualTo(1);
    }

    @Test
    void anUnknownColumnOrOrderIsSaidAtItsField() {
        var before = exports();
        assertThat(refused(PATH, "words", word, "columns", "phone")).contains("没有这一列", "href=\"#columns\"");
        assertThat(refused(PATH, "words", word, "order", "a.title; drop table appeal"))
                .contains("不能这样排列");
        assertThat(refused(PATH + "/export.csv", "words", word, "columns", "trackingCode"))
                .contains("没有这一列");
        assertThat(refused(PATH + "/saved", "savedName", "错的", "words", word, "order", "x"))
                .contains("不能这样排列");
        assertThat(saved.of(PERSON)).isEmpty();
        assertThat(exports()).isEqualTo(before);
    }

    @Test
    void aSearchIsKeptUnderANameOpenedByOneClickAndDeleted() {
        assertThat(send(PATH + "/saved", "savedName", "渡槽的", "words", word, "order", "oldest", "columns", "title")
                        .statusCode())
                .isEqualTo(303);
        var kept = saved.of(PERSON);
        assertThat(kept).singleElement().satisfies(search -> {
            assertThat(search.name()).isEqualTo("渡槽的");
            assertThat(search.question()).containsEntry("words", word).containsEntry("order", "oldest");
        });
        assertThat(desk.get(PATH).body()).contains("我保存的查找", "渡槽的");
        var link = PATH + "?saved=" + kept.get(0).id();
        assertThat(desk.get(PATH).body()).contains(link);
        var opened = desk.get(link).body();
        assertThat(rows(opened))
                .extracting(row -> row.get(1))
                .containsExactly(word + "甲", "=" + word + "乙", word + "丙");
        assertThat(opened).contains("value=\"" + word + "\"").doesNotContain("saved=1&", "words=");

        var other = Session.of(api, "ganshui-auditor");
        assertThat(other.get(PATH).body()).doesNotContain("渡槽的");
        assertThat(other.get(link).statusCode()).isEqualTo(404);
        assertThat(other.submit(PATH + "/saved/removal", "id=" + kept.get(0).id(), PATH)
                        .statusCode())
                .isEqualTo(404);
        assertThat(saved.of(PERSON)).hasSize(1);
        assertThat(send(PATH + "/saved/removal", "id", "" + kept.get(0).id()).statusCode())
                .isEqualTo(303);
        assertThat(saved.of(PERSON)).isEmpty();
    }

    @Test
    void aNameIsTakenOnceAndThereIsRoomForSoManyAndNoneForAPhone() {
        assertThat(refused(PATH + "/saved", "savedName", "", "words", word)).contains("请给这次查找起一个名称", word);
        assertThat(refused(PATH + "/saved", "savedName", "字".repeat(31), "words", word))
                .contains("不能超过 30 个字");
        assertThat(refused(PATH + "/saved", "savedName", "什么都没有")).contains("请先填要查找的内容");
        assertThat(refused(PATH + "/saved", "savedName", "电话", "phone", "0911 555-0777", "purpose", "看看"))
                .contains("按电话的查找不能保存");
        assertThat(saved.of(PERSON)).isEmpty();
        for (int i = 0; i < 20; i++) {
            assertThat(send(PATH + "/saved", "savedName", "第" + i, "words", word)
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(refused(PATH + "/saved", "savedName", "第3", "words", word)).contains("请换一个名称");
        var full = send(PATH + "/saved", "savedName", "第二十一个", "words", word);
        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(full.body()).contains("最多保存 20 个查找", word);
        assertThat(saved.of(PERSON)).hasSize(20);
    }

    @Test
    void whoseAccountIsClosedHasNoListsAnyMore() {
        jdbc.sql(
                        "insert into saved_search (person, name, question, saved_at) values ('someone-who-leaves', '走的人的', '{}', now())")
                .update();
        try {
            jdbc.sql(
                            "insert into closed_account (person, closed_by, closed_at, reason, posts) values ('someone-who-leaves', 'admin', now(), '调离', '{}')")
                    .update();
            assertThat(saved.of("someone-who-leaves")).isEmpty();
        } finally {
            jdbc.sql("delete from closed_account where person = 'someone-who-leaves'")
                    .update();
        }
    }

    @Test
    void theFileHasTheRowsOfAllPagesInTheirOrderWithTheColumnsOfThePage() {
        for (int i = 0; i < 20; i++) {
            time.pass("PT1M");
            anAppeal().telling(word + "第" + i, word).submitted();
        }
        String[] question = {"words", word, "order", "oldest", "columns", "title", "columns", "status"};
        var shown = rows(asked(question));
        shown.addAll(rows(asked(with(question, "page", "2"))));
        assertThat(shown).hasSize(23);
        var file = send(PATH + "/export.csv", question);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("minqing-search-ganshui-")
                .doesNotContain(word);
        assertThat(file.body()).startsWith("\ufeff");
        var lines = file.body().lines().toList();
        var heading = lines.indexOf("诉求编号,标题,状态");
        assertThat(heading).isPositive();
        assertThat(lines.subList(heading + 1, lines.size()))
                .isEqualTo(shown.stream().map(KeptListsTest::csv).toList());
        assertThat(file.body()).contains(",'=" + word + "乙,").doesNotContain("渡槽漏水", "0911", "渡槽居民");
        assertThat(send(PATH + "/export.xlsx", question)
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .contains("spreadsheetml");
    }

    @Test
    void thatSomebodyTookAFileAwayIsALookWhichTheAuditorReads() {
        var before = exports();
        send(PATH + "/export.csv", "words", word);
        assertThat(exports()).isEqualTo(before + 1);
        assertThat(Session.of(api, "ganshui-auditor")
                        .send("GET", "/desk/contact-looks?person=" + PERSON, null, "text/html")
                        .body())
                .contains("导出查找结果 3 件（csv）", "多件");
        send(PATH + "/export.csv", "phone", "09115550777", "purpose", "居民来电，导出名单" + word);
        assertThat(jdbc.sql(
                                "select count(*) from contact_access where purpose = ? and appeal is not null and way = 'search'")
                        .param("居民来电，导出名单" + word)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyTakesAwayWhatThePageWouldNotShowHim() {
        var worker = Session.of(api, "ganshui-grid-01");
        var file = worker.submit(PATH + "/export.csv", "words=" + word, PATH).body();
        assertThat(file).contains(word + "甲", word + "丙").doesNotContain(word + "乙");
        var auditor = Session.of(api, "ganshui-auditor");
        assertThat(auditor.submit(PATH + "/export.csv", "phone=09115550777&purpose=x", PATH)
                        .statusCode())
                .isEqualTo(404);
        jdbc.sql("""
                        insert into appeal_subject (appeal, person, named_by, named_at)
                        select number, ?, 'ganshui-supervisor', now() from appeal where title = ?""").params(PERSON, word + "丙").update();
        assertThat(send(PATH + "/export.csv", "words", word).body())
                .contains(word + "甲")
                .doesNotContain(word + "丙");
        assertThat(refused(PATH + "/export.csv", "columns", "title")).contains("请先填要查找的内容");
    }

    private List<String> titles(String order) {
        return rows(asked("words", word, "order", order)).stream()
                .map(row -> row.get(1))
                .toList();
    }

    private int exports() {
        return jdbc.sql("select count(*) from contact_access where person = ? and way = 'export'")
                .param(PERSON)
                .query(Integer.class)
                .single();
    }

    private String asked(String... fields) {
        var answer = send(PATH, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String refused(String path, String... fields) {
        var answer = send(path, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }

    private HttpResponse<String> send(String path, String... fields) {
        var form = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return desk.submit(path, form, PATH);
    }

    private static String[] with(String[] fields, String... more) {
        var all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    /** The cells of the rows of the table, as people read them. */
    private static List<List<String>> rows(String html) {
        return ROW.matcher(html)
                .results()
                .map(MatchResult::group)
                .map(row -> CELL.matcher(row)
                        .results()
                        .map(cell -> cell.group(1).replaceAll("<[^>]*>", "").strip())
                        .toList())
                .collect(Collectors.toCollection(java.util.ArrayList::new));
    }

    private static String csv(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.startsWith("=") ? "'" + cell : cell)
                .collect(Collectors.joining(","));
    }
}
