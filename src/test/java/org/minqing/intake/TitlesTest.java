package org.minqing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "路灯坏了。晚上看不见路。 | 路灯坏了",
                "您好，三号楼的电梯停了两天了！老人下不了楼。 | 您好，三号楼的电梯停了两天了",
                "哎！三号楼的电梯停了 | 哎！三号楼的电梯停了",
                "  。。路灯坏了？ | 路灯坏了",
                "一二三四五六七八九十，一二三四五六七八九十，一二三四五六七八九十，完了。 | 一二三四五六七八九十，一二三四五六七八九十",
                "lamp broken | lamp broken",
                "路灯（东侧）坏了 | 路灯（东侧）坏了"
            })
    void aTitleIsTheFirstSentenceOrAsManyOfItsClausesAsFit(String description, String title) {
        assertThat(Titles.of(description)).isEqualTo(title);
    }

    @Test
    void aTelephoneNumberStandsInNoTitle() {
        assertThat(Titles.of("楼道灯坏了，打 138 0000 0000 找我。")).doesNotContain("138").startsWith("楼道灯坏了");
        assertThat(Titles.of("13800000000")).isEqualTo("13800000000");
    }

    @Test
    void itStandsInOneLine() {
        assertThat(Titles.of("路灯\r\n坏了\n三天")).isEqualTo("路灯");
        assertThat(Titles.of("路\n灯")).isEqualTo("路 灯");
        assertThat(Titles.of("路灯\t不亮")).isEqualTo("路灯 不亮");
    }

    @Test
    void whateverWasSaidItHasTwoToThirtyCharacters() {
        for (var text : new String[] {
            "长".repeat(2000),
            "😀".repeat(2000),
            "长".repeat(31) + "，短",
            "，".repeat(40),
            "!!",
            "。。",
            "灯。",
            "a\n".repeat(500),
            "\u200b。路灯坏了"
        }) {
            var title = Titles.of(text);
            assertThat(title.codePointCount(0, title.length())).as(text).isBetween(2, 30);
            assertThat(title).as(text).doesNotContain("\n").isEqualTo(title.strip());
        }
        assertThat(Titles.of("长".repeat(31))).isEqualTo("长".repeat(29) + "…");
    }

    @Test
    void whatCannotBeSeenIsNoTitle() {
        assertThat(Titles.of("\u200b\u200b\u200b。路灯坏了。")).contains("路灯坏了");
    }
}
