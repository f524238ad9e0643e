package org.minqing.household.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.policy.PolicyFile;
import org.springframework.core.io.ByteArrayResource;

/** Whoever changes the colours of a locality is told at the start what cannot be. */
class LocalColoursTest {

    private static final String SOUND = """
            - {code: red, name: 红色, meaning: 重点关心, form: diamond, colour: "#b3261e", letter: 红}
            - {code: blue, name: 蓝色, meaning: 平稳, form: circle, colour: "#0f4c81", letter: 蓝}
            """;

    @Test
    void theGravestComesFirst() {
        assertThat(read(SOUND, "red", "blue")).extracting(Colour::code).containsExactly("red", "blue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code: blue            | code: red           | red: is there twice
            name: 蓝色            | name: 红色          | blue: has the name of another
            form: circle          | form: diamond       | blue: has the form of another
            form: circle          | form: star          | star
            meaning: 平稳         | meaning: ''         | blue: meaning has
            "#0f4c81"             | blue                | blue: colour is #rrggbb
            letter: 蓝            | letter: 蓝色        | blue: letter is one character
            code: blue            | code: Blue          | Blue: code is of small letters
            , letter: 蓝          | ''                  | letter
            code: blue            | code: green         | blue: is answered by household-colour.dmn and missing
            """)
    void aColourIsWholeAndToldApartByMoreThanColour(String text, String instead, String said) {
        assertThat(SOUND).contains(text);
        assertThatThrownBy(() -> read(SOUND.replace(text, instead == null ? "" : instead), "red", "blue"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("test.yml", said);
    }

    @ParameterizedTest
    @CsvSource({"'',原因,colour", "red,'',reason"})
    void aRuleThatGivesNoColourOrNoReasonCannotBeUsed(String colour, String reason, String named) {
        Function<String, String> cell = name -> name.equals("colour") ? colour : reason;
        assertThatThrownBy(() -> Verdict.of("rule_x", cell::apply))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(named + ":");
    }

    private static List<Colour> read(String text, String... answered) {
        return LocalColours.read(
                "test.yml",
                new PolicyFile("test.yml", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8))),
                Set.of(answered));
    }
}
