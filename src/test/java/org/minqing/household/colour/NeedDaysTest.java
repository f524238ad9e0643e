package org.minqing.household.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.code.Coded;
import org.minqing.household.Need.Rhythm;

/** A need of once waits until it is ended; one that comes again from its day until somebody is there on that day or later. */
class NeedDaysTest {

    /** The eighth of April 2026 is a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "once,    0, 0,  2026-04-01, '',         2026-04-01, 0",
        "once,    0, 0,  2026-04-01, '',         2026-04-08, 7",
        "once,    0, 0,  2026-04-01, 2026-04-07, 2026-04-08, 7",
        "weekly,  3, 0,  2026-04-07, '',         2026-04-08, 0",
        "weekly,  3, 0,  2026-04-07, '',         2026-04-10, 2",
        "weekly,  3, 0,  2026-04-07, 2026-04-08, 2026-04-10, 0",
        "weekly,  3, 0,  2026-04-07, 2026-04-07, 2026-04-10, 2",
        "weekly,  3, 0,  2026-04-07, 2026-04-08, 2026-04-17, 2",
        "weekly,  3, 0,  2026-04-08, '',         2026-04-09, 1",
        "monthly, 0, 31, 2026-04-07, '',         2026-05-02, 2",
        "monthly, 0, 5,  2026-04-07, '',         2026-05-04, 0",
        "monthly, 0, 5,  2026-04-07, '',         2026-05-06, 1",
        "monthly, 0, 5,  2026-04-07, 2026-05-05, 2026-06-04, 0",
    })
    void howLongItWaits(
            String rhythm, int weekday, int day, LocalDate since, String contact, LocalDate today, int days) {
        assertThat(NeedDays.of(
                        Coded.of(Rhythm.class, rhythm),
                        weekday,
                        day,
                        since,
                        contact.isEmpty() ? null : LocalDate.parse(contact),
                        today))
                .isEqualTo(days);
    }
}
