package org.minqing.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;

/** A supervisor whom an appeal is about finds no trace of it on the supervisor's desk, in its sheets and in its counts. */
@MinqingTest
class SubjectBacklogTest extends Talk {

    private static final String SUBJECT = "shibu-supervisor";
    private static final String OTHER = "shibu-leader";

    @Test
    void whoIsNamedFindsNeitherNumberNorTitleAndCountsOneLess() throws Exception {
        var title = "金丝雀" + System.nanoTime();
        var body = sound();
        body.put("title", title);
        var number = accepted(body).path("number").asText();
        var before = open(SUBJECT);
        var others = open(OTHER);
        for (var shown : everything(SUBJECT)) {
            assertThat(shown).contains(number, title);
        }

        assertThat(Session.of(api, "shibu-dispatcher")
                        .submit("/desk/appeals/" + number + "/subject", "subject=" + SUBJECT)
                        .statusCode())
                .isEqualTo(303);

        for (var shown : everything(SUBJECT)) {
            assertThat(shown).doesNotContain(number, title);
        }
        assertThat(open(SUBJECT)).isEqualTo(before - 1);
        for (var shown : everything(OTHER)) {
            assertThat(shown).contains(number, title);
        }
        assertThat(open(OTHER)).isEqualTo(others);
    }

    /** What the summary, its unit lines, the list and the file count, which is one figure. */
    private int open(String person) throws Exception {
        var summary = api.as(person).get("/api/supervision/summary").json();
        var open = summary.path("open").asInt();
        var ofUnits = 0;
        for (var unit : summary.path("units")) {
            ofUnits += unit.path("open").asInt();
        }
        assertThat(ofUnits).as("by unit").isEqualTo(open);
        var session = Session.of(api, person);
        assertThat(session.get("/desk/supervision/appeals").body())
                .as("in the list")
                .contains("<b class=\"count\">" + open + "</b>");
        assertThat(session.get("/desk/supervision/backlog.csv").body())
                .as("in the file")
                .contains("件数," + open);
        return open;
    }

    /** Each way on which all open appeals are told: the pages of the list together, and both files. */
    private List<String> everything(String person) throws Exception {
        var session = Session.of(api, person);
        var pages = 1 + open(person) / 20;
        var list = new StringBuilder();
        for (var page = 1; page <= pages; page++) {
            list.append(session.get("/desk/supervision/appeals?page=" + page).body());
        }
        return List.of(
                list.toString(), session.get("/desk/supervision/backlog.csv").body(), workbook(session));
    }

    private static String workbook(Session session) throws Exception {
        var bytes = HttpClient.newHttpClient()
                .send(
                        session.request("/desk/supervision/backlog.xlsx")
                                .header("Cookie", session.cookie())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return book.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream().filter(Objects::nonNull))
                    .map(cell -> cell.getText())
                    .collect(Collectors.joining("\n"));
        }
    }
}
