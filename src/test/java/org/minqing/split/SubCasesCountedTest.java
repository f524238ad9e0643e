package org.minqing.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** Sub-cases are work of their units, and nothing that another resident asked for. */
@MinqingTest
class SubCasesCountedTest extends SplitTalk {

    @Test
    void theirUnitsHaveThemToDoAndNobodyRaisedThem() {
        var whole = aWhole();
        var before = summary();
        var part = split(whole, "dispatcher").get(1);
        var after = summary();
        assertThat(after.path("open").asInt()).isEqualTo(before.path("open").asInt() + 2);
        assertThat(received(after)).isEqualTo(received(before));
        var unit = part.appeal("handling_unit");
        assertThat(of(after, unit, "open")).isEqualTo(of(before, unit, "open") + 1);
        time.pass("P60D");
        var late = summary();
        assertThat(of(late, unit, "overdue")).isEqualTo(of(after, unit, "overdue") + 1);
    }

    private JsonNode summary() {
        return api.as("shibu-supervisor").get("/api/supervision/summary").json();
    }

    private static int received(JsonNode summary) {
        return StreamSupport.stream(summary.path("types").spliterator(), false)
                .mapToInt(type -> type.path("received").asInt())
                .sum();
    }

    private static int of(JsonNode summary, String unit, String field) {
        return StreamSupport.stream(summary.path("units").spliterator(), false)
                .filter(line -> line.path("unit").asText().equals(unit))
                .mapToInt(line -> line.path(field).asInt())
                .sum();
    }
}
