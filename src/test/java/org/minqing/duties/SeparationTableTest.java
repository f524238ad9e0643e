package org.minqing.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.policy.PolicyFile;
import org.springframework.core.io.ByteArrayResource;

/** A table of exclusions that cannot be meant stops the start, and says which row. */
class SeparationTableTest {

    private static final String ROWS = """
            exclusions:
              - {duty: callingBack, after: [handling], within: ever, zh: 不能回访, en: No, source: 规则 47}
              - {duty: handling, after: [callingBack], within: ever, zh: 不能办理, en: No, source: 规则 47}
              - {duty: settling, after: [handling], within: round, zh: 不能裁定, en: No, source: D10}
            """;

    @Test
    void whatIsMeantIsTaken() {
        var table = table(ROWS);
        assertThat(table.of(Duty.CALLING_BACK))
                .singleElement()
                .satisfies(row -> assertThat(row.after()).containsExactly(Duty.HANDLING));
        assertThat(table.without(table.exclusions().get(0)).of(Duty.CALLING_BACK))
                .isEmpty();
        assertThat(table("exclusions: []").exclusions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            duty: callingBack           | duty: answeringTelephones | answeringTelephones is none of [naming,
            after: [callingBack]        | after: [telephones]       | telephones is none of
            within: round               | within: always            | always is none of [ever, round
            after: [callingBack]        | after: [handling]         | handling excludes itself
            duty: settling              | duty: callingBack         | two rows about callingBack after the same duty
            'after: [callingBack], within: ever' | 'after: [callingBack], within: round' | and the other way round, but
            after: [callingBack]        | after: []                 | after is empty
            source: D10                 | source: ''                | say why
            source: D10                 | origin: D10               | exclusions[2].source
            """)
    void whatCannotBeMeantIsNamed(String right, String wrong, String said) {
        assertThat(ROWS).contains(right);
        assertThatThrownBy(() -> table(ROWS.replace(right, wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("separation.yml: ")
                .hasMessageContaining(said);
    }

    static SeparationTable table(String rows) {
        return new SeparationTable(
                new PolicyFile("separation.yml", new ByteArrayResource(rows.getBytes(StandardCharsets.UTF_8))));
    }
}
