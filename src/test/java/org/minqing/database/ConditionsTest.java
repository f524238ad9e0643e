package org.minqing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    @Test
    void onlyWhatWasAskedForIsWrittenAndBound() {
        var asked = new Conditions()
                .when("x.appeal = :appeal", null)
                .when("x.unit = :unit", "grid")
                .when("x.late", false)
                .when("x.alarm", true);
        assertThat(asked.and()).isEqualTo(" and x.unit = :unit and x.alarm");
        assertThat(asked.values()).isEqualTo(Map.of("unit", "grid"));
    }

    @Test
    void whereNothingWasAskedForTheQueryStaysAsItIs() {
        var nothing = new Conditions().when("x.unit = :unit", null).when("x.alarm", false);
        assertThat(nothing.and()).isEmpty();
        assertThat(nothing.values()).isEmpty();
    }

    @Test
    void momentsConstantsAndListsAreBoundAsTheDriverKnowsThem() {
        var values = new Conditions()
                .when("x.due_at >= :from", Instant.parse("2026-03-01T00:00:00Z"))
                .when("x.span = :span", ChronoUnit.DAYS)
                .when("x.unit = any (cast(:units as text[]))", List.of("east", "west"))
                .when("x.days::bigint <= :days", 3)
                .values();
        assertThat(values)
                .containsEntry("from", OffsetDateTime.parse("2026-03-01T00:00:00Z"))
                .containsEntry("span", "DAYS")
                .containsEntry("units", new String[] {"east", "west"})
                .containsEntry("days", 3)
                .hasSize(4);
    }

    /** Nobody is to find fewer units by asking for none of them. */
    @Test
    void anEmptyListIsAConditionAndNotTheLackOfOne() {
        assertThat(new Conditions().when("x.unit = any (:units)", List.of()).and())
                .isEqualTo(" and x.unit = any (:units)");
    }

    @Test
    void aConditionThatCannotBeBoundIsRefused() {
        var conditions = new Conditions().when("x.due_at >= :at", Instant.EPOCH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conditions.when("x.unit = 'grid'", "grid"))
                .withMessage("The condition has no parameter: x.unit = 'grid'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conditions.when("x.due_at < :at", Instant.EPOCH))
                .withMessage("Two conditions have the same parameter: x.due_at < :at");
    }
}
