package org.minqing.sla.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTest {

    private static final String LIB = "src/main/resources/META-INF/resources/webjars/camunda/lib/";

    private static final Instant DUE = Instant.parse("2026-11-22T06:00:00Z");
    private static final Instant SOON = Instant.parse("2026-11-22T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T01:59:59.999Z, LATER",
        "2026-11-22T02:00:00Z, SOON",
        "2026-11-22T06:00:00Z, SOON",
        "2026-11-22T06:00:00.001Z, LATE"
    })
    void itIsSoonFromItsReminderOnAndLateOnlyWhenItIsOver(Instant now, DueState state) {
        assertThat(new Due(DUE, SOON).state(now)).isEqualTo(state);
    }

    @Test
    void whatDoesNotRunIsNeverLate() {
        assertThat(Due.nearest(List.of())).isEqualTo(Due.NONE);
        assertThat(Due.NONE.state(DUE)).isEqualTo(DueState.NONE);
    }

    @Test
    void ofSeveralTheFirstThatIsOverAndTheFirstReminderCount() {
        var respond = new Due(DUE, DUE.minusSeconds(60));
        var resolve = new Due(DUE.plusSeconds(600), SOON);
        assertThat(Due.nearest(List.of(resolve, respond))).isEqualTo(new Due(DUE, SOON));
        assertThat(Due.nearest(List.of(resolve, respond)).state(SOON)).isEqualTo(DueState.SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minqing-tasklist-0.1.0/counts.js", "minqing-cockpit-dashboard-0.1.0.js"})
    void theScriptsHaveTheSignsAndWordsOfTheLegend(String script) throws IOException {
        var text = Files.readString(Path.of(LIB + script));
        for (var state : List.of(DueState.LATE, DueState.SOON)) {
            assertThat(text).contains("'" + state.sign(), state.label());
        }
        assertThat(Files.readString(Path.of(LIB + "minqing-cockpit-steps-0.1.0.js")))
                .contains(DueState.LATE.sign(), DueState.LATE.label());
    }

    @Test
    void noTwoStatesLookAlikeWithoutColour() {
        assertThat(DueState.values()).extracting(DueState::sign).doesNotHaveDuplicates();
        assertThat(DueState.values()).extracting(DueState::label).doesNotHaveDuplicates();
    }
}
