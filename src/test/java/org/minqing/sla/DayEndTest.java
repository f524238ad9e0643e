package org.minqing.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** A deadline at midnight is the end of a day: "until 4 March 00:00" reads as if the fourth could still be used. */
@MinqingTest
class DayEndTest extends AppealRules {

    private static final List<String> NEXT_DAY = List.of("3月4日 00:00", "2026-03-04 00:00");

    @Test
    void nobodyReadsTheBeginningOfTheNextDay() throws IOException, InterruptedException {
        time.begin("2026-03-03T00:00");
        var appeal = anAppeal().submitted();
        var number = appeal.number();
        var task = api.as("ganshui-grid-01")
                .task("respondAppeal", number)
                .path("id")
                .asText();
        // Until then the nearest limit is that of taking it.
        api.as("ganshui-grid-01").post("/api/tasks/" + task + "/claim", "{}");
        var code = appeal.appeal("tracking_code");
        says(Session.anonymous(api).get("/track/" + code + "?new").body());
        says(api.get("/api/track/" + code)
                .json()
                .path("promises")
                .path("respondBy")
                .path("words")
                .asText());
        var worker = Session.of(api, "ganshui-grid-01");
        says(worker.get("/desk/appeals/" + number).body());
        says(worker.get("/desk/tasks/" + task).body());
        says(worker.get("/api/tasks/cards?ids=" + task).body());
        says(worker.get("/camunda/api/engine/engine/default/task/" + task + "/form-variables")
                .body());
        says(api.as("ganshui-grid-01")
                .get("/api/appeals/" + number + "/clocks")
                .raw()
                .body()
                .replaceAll("\"dueAt\":\"[^\"]*\"", ""));
        var auditor = Session.of(api, "ganshui-auditor");
        says(auditor.get("/desk/ledger?appeal=" + number).body());
        says(auditor.get("/desk/ledger/" + number).body());
        says(workbook(number));
        appeal.withdrawn();
    }

    @Test
    void programsReadTheMomentItself() {
        time.begin("2026-03-03T00:00");
        var appeal = anAppeal().submitted();
        assertThat(api.get("/api/track/" + appeal.appeal("tracking_code"))
                        .json()
                        .path("promises")
                        .path("respondBy")
                        .path("at")
                        .asText())
                .isEqualTo("2026-03-04T00:00:00+08:00");
        appeal.withdrawn();
    }

    private static void says(String text) {
        assertThat(text).containsPattern("3月3日 24:00|2026-03-03 24:00").doesNotContain(NEXT_DAY);
    }

    /** All its texts, one behind the other. */
    private String workbook(String number) throws IOException, InterruptedException {
        var request = api.as("ganshui-auditor").request("/api/sla/ledger/export?format=xlsx&appeal=" + number);
        var answer = HttpClient.newHttpClient().send(request.GET().build(), BodyHandlers.ofByteArray());
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            return book.getFirstSheet().read().stream()
                    .flatMap(Row::stream)
                    .filter(cell -> cell != null)
                    .map(Cell::getText)
                    .collect(Collectors.joining("\n"));
        }
    }
}
