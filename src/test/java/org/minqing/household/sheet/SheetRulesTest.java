package org.minqing.household.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.household.HouseholdRules;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Whoever changes who brings sheets in, or what is read of them, is told at the start what cannot be. */
@MinqingTest
class SheetRulesTest {

    @Autowired
    Localities localities;

    @Autowired
    HouseholdRules households;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bring: [civil-affairs] | bring: [no-such-post] | no locality has the post no-such-post
            bring: [civil-affairs] | bring: [village-committee] | only posts that see what is sensitive
            askExport: [civil-affairs] | askExport: [township-leader] | only posts that see what is sensitive
            allowExport: [civil-affairs, township-leader] | allowExport: [auditor] | whoever audits
            allowExport: [civil-affairs, township-leader] | allowExport: [] | allowExport is empty
            exportHours: 24 | exportHours: 0 | exportHours is 1 to 168
            batch: 50 | batch: 0 | batch is 1 to 500
            largestFile: 10 | largestFile: 21 | largestFile is 1 to 20
            line: [备注, 说明] | lines: [备注, 说明] | headings has exactly
            line: [备注, 说明] | line: [姓名] | no two are alike
            line: [备注, 说明] | line: [] | each column has one
            """)
    void whoBringsSheetsInAndWhatTheyAreCalledMakesSense(String text, String instead, String said) throws IOException {
        var file = new ClassPathResource("household-sheets.yml").getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).contains(text);
        var policy = new PolicyFile(
                "household-sheets.yml",
                new ByteArrayResource(file.replace(text, instead).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new SheetRules(policy, localities, households))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("household-sheets.yml", said);
    }

    @ParameterizedTest
    @CsvSource({
        "1946, 1946",
        "1946-03, 1946-03",
        "1946/3/5, 1946-03-05",
        "1946.03.05, 1946-03-05",
        "1946年3月5日, 1946-03-05",
        "1946年3月, 1946-03",
        "1946年, 1946",
        "19460305, 1946-03-05",
        "16866, 1946-03-05",
        "甲子年, 甲子年"
    })
    void birthsAreReadAsPeopleAndSpreadsheetsWriteThem(String cell, String read) {
        assertThat(BornCell.read(cell)).isEqualTo(read);
    }
}
