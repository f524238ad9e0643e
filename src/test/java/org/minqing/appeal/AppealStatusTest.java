package org.minqing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealStatusTest {

    @Test
    void theseAreTheEnd() {
        assertThat(Arrays.stream(AppealStatus.values()).filter(AppealStatus::ended))
                .containsExactly(
                        AppealStatus.CLOSED,
                        AppealStatus.CLOSED_UNANSWERED,
                        AppealStatus.WITHDRAWN,
                        AppealStatus.MERGED);
    }

    /** Each row is a status, each column what it may become next. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECEIVED          | HANDLING WITHDRAWN MERGED
            HANDLING          | PLANNED FEEDBACK CLOSED WITHDRAWN MERGED
            PLANNED           | FEEDBACK WITHDRAWN MERGED
            FEEDBACK          | HANDLING REVIEW CLOSED CLOSED_UNANSWERED WITHDRAWN MERGED
            REVIEW            | HANDLING CLOSED WITHDRAWN MERGED
            CLOSED            |
            CLOSED_UNANSWERED |
            WITHDRAWN         |
            MERGED            |
            """)
    void anAppealGoesOnlyWhereTheProcessLeads(AppealStatus status, String next) {
        var allowed = next == null ? List.of() : List.of(next.split(" "));
        assertThat(AppealStatus.values())
                .allSatisfy(other -> assertThat(status.mayBecome(other))
                        .as(status + " to " + other)
                        .isEqualTo(allowed.contains(other.name())));
    }
}
