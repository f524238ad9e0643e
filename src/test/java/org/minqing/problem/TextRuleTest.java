package org.minqing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"路灯不亮", "两行\n文字\t缩进", "𠮷野家 😀", "${7*7} #{x} {{y}} <script>"})
    void anythingThatPeopleWriteIsFine(String text) {
        assertThat(TextRule.flaw("title", text, 60)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u0085b", "a\ud800b", "a\uffffb"})
    void whatCannotBeShownIsRefused(String text) {
        assertThat(TextRule.flaw("title", text, 60)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "路灯\u202e不亮",
                "\u2066倒\u2069",
                "\u200b\u200b",
                "\u3164",
                "\ufeff \u2060",
                "\u2800\u2800",
                "\ufe0f"
            })
    void whatWouldBeReadOtherwiseThanItIsWrittenIsRefused(String text) {
        assertThat(TextRule.flaw("title", text, 60)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨\u200d👩\u200d👧", "☂\ufe0f 雨棚坏了", "a\u200eb", "‌词"})
    void joinersWithinASignAreFine(String text) {
        assertThat(TextRule.flaw("title", text, 60)).isEmpty();
    }

    @Test
    void lengthIsCountedAsPeopleCountIt() {
        assertThat(TextRule.flaw("title", "😀".repeat(60), 60)).isEmpty();
        assertThat(TextRule.flaw("title", "😀".repeat(61), 60)).isPresent();
    }
}
