package org.minqing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.appeal.kind.Categories;
import org.minqing.hints.Suggestions;
import org.minqing.hints.WordHints;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** What somebody does not say goes where the file says, and the file says something that there is. */
@MinqingTest
class UnsaidTest {

    @Autowired
    private WordHints hints;

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private Categories categories;

    @Autowired
    private Localities localities;

    @Test
    void whereTheWordsHintAtNothingTheFileDecides() {
        assertThat(read("unsaidCategory: sanitation").category("shibu", null, "想请你们来看一看。"))
                .isEqualTo("sanitation");
        assertThat(read("unsaidCategory: sanitation").category("shibu", null, "楼道里有很重的煤气味。"))
                .isEqualTo("gas");
        assertThat(read("unsaidCategory: sanitation").category("shibu", null, "路灯"))
                .isEqualTo("street-lighting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsaidCategory: nowhere",
                "unsaidCategory: ''",
                "category: other",
                "unsaidCategory: other\nmore: 1"
            })
    void aFileThatCannotBeUsedIsRefusedAtTheStart(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("filing.yml");
    }

    private Unsaid read(String yaml) {
        return new Unsaid(
                hints,
                suggestions,
                categories,
                localities,
                new PolicyFile("filing.yml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8))));
    }
}
