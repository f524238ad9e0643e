package org.minqing.process.start;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.minqing.appeal.Actor;
import org.minqing.database.DatabaseKind;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.desk.worklist.Worklist;
import org.minqing.intake.Attempt;
import org.minqing.intake.Intake;
import org.minqing.intake.SubmissionReader;
import org.minqing.process.staff.EngineStaffDirectory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A handful of open appeals to look at, on the first start with the embedded database: {@code demonstration/appeals.json}. */
@Component
class DemonstrationAppeals {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final SubmissionReader reader;
    private final Intake intake;
    private final Worklist worklist;
    private final EngineStaffDirectory staff;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final boolean wanted;

    DemonstrationAppeals(
            SubmissionReader reader,
            Intake intake,
            Worklist worklist,
            EngineStaffDirectory staff,
            JdbcClient jdbc,
            ObjectMapper json,
            DatabaseKind database,
            @Value("${minqing.demonstration-appeals:true}") boolean wanted) {
        this.reader = reader;
        this.intake = intake;
        this.worklist = worklist;
        this.staff = staff;
        this.jdbc = jdbc;
        this.json = json;
        this.wanted = wanted && database.embedded();
    }

    /** Only into an empty database: what somebody did since then is not ours to add to. */
    void create() {
        if (!wanted || jdbc.sql("select count(*) from appeal").query(Long.class).single() > 0) {
            return;
        }
        try (var in = new ClassPathResource("demonstration/appeals.json").getInputStream()) {
            int count = 0;
            for (var example : json.readTree(in)) {
                create(example, "demonstration-" + count++);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create(JsonNode example, String key) {
        var receipt = intake.accept(reader.read(example.path("submission")), Attempt.of(key, key), Actor.RESIDENT);
        for (var step : example.path("steps")) {
            var person = staff.member(step.path("user").asText()).orElseThrow();
            var task = worklist.of(person).stream()
                    .filter(t -> t.subject().number().equals(receipt.number()))
                    .filter(t -> t.form().equals(step.path("form").asText()))
                    .map(WorkItem::id)
                    .findFirst()
                    .orElseThrow();
            worklist.complete(person, task, json.convertValue(step.path("answers"), FIELDS));
        }
    }
}
