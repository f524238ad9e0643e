package org.minqing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

class PolicyFileTest {

    private static final String SOUND = """
            most: 3
            share: 0.5
            strict: true
            units:
              - {name: 东村}
              - {name: 西村}
            """;

    record Rules(int most, double share, boolean strict, List<Unit> units) {}

    record Unit(String name) {}

    @Test
    void aSoundFileIsRead() {
        assertThat(file(SOUND).read(Rules.class))
                .isEqualTo(new Rules(3, 0.5, true, List.of(new Unit("东村"), new Unit("西村"))));
        assertThat(file("[东村, 西村]").read(new TypeReference<List<String>>() {})).containsExactly("东村", "西村");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            most: 3         | most: 3\\nmots: 4   | rules.yml: mots: Unrecognized field "mots"
            {name: 西村}     | {name: 西村, id: 2} | rules.yml: units[1].id: Unrecognized field "id"
            most: 3         | # most             | rules.yml: most: Invalid `null` value
            share: 0.5      | # share            | rules.yml: share: Invalid `null` value
            strict: true    | # strict           | rules.yml: strict: Invalid `null` value
            strict: true    | strict:            | rules.yml: strict: Cannot coerce empty String ("") to `boolean`
            {name: 西村}     | {}                 | rules.yml: units[1].name: Invalid `null` value
            {name: 西村}     | ~                  | rules.yml: units[1]: Invalid `null` value
            most: 3         | most: 3\\nmost: 3   | rules.yml: Duplicate field 'most'
            most: 3         | most: three        | rules.yml: most: Cannot coerce String value ("three") to `int`
            most: 3         | most: '3'          | rules.yml: most: Cannot coerce String value ("3") to `int`
            most: 3         | most: 3.5          | rules.yml: most: Cannot coerce Floating-point value (3.5) to `int`
            strict: true    | strict: 1          | rules.yml: strict: Cannot coerce Integer value (1) to `boolean`
            """)
    void whatIsNotKnownMissingThereTwiceOrOfAnotherKindIsNamedByFileAndField(
            String written, String instead, String fault) {
        assertThat(SOUND).contains(written);
        var text = SOUND.replace(written, instead.replace("\\n", "\n"));
        assertThatThrownBy(() -> file(text).read(Rules.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "~", "3", "[]", SOUND + "---\n" + SOUND})
    void aTextThatIsNotOneRuleBookIsRefusedByName(String text) {
        assertThatThrownBy(() -> file(text).read(Rules.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("rules.yml: ")
                .hasMessageNotContaining(": :");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(new PolicyFile("rules.yml").exists()).isFalse();
        assertThatThrownBy(() -> new PolicyFile("rules.yml").read(Rules.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("rules.yml: ");
    }

    private static PolicyFile file(String text) {
        return new PolicyFile("rules.yml", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }
}
