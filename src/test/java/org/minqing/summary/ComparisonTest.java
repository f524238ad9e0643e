package org.minqing.summary;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.minqing.support.Seed;

class ComparisonTest {

    @Test
    void whatWasLeftOutAndWhatWasAddedIsMarkedOnItsOwnSide() {
        var compared = Comparison.of("我家住三楼，楼道的灯坏了好久，一直没人管，请快来修。", "三楼楼道的灯坏了，请来修。");
        assertThat(marked(compared.original())).isEqualTo("[我家住]三楼[，]楼道的灯坏了[好久，一直没人管]，请[快]来修。");
        assertThat(marked(compared.summary())).isEqualTo("三楼楼道的灯坏了，请来修。");
    }

    @Test
    void anotherWordingIsNotTornToShreds() {
        var compared = Comparison.of("三楼楼道灯不亮已经两天。", "三楼灯坏。");
        assertThat(marked(compared.original())).isEqualTo("三楼[楼道灯不亮已经两天]。");
        assertThat(marked(compared.summary())).isEqualTo("三楼[灯坏]。");
    }

    @Test
    void aNumberAndASignThatIsPutTogetherAreReadAsAWhole() {
        var compared = Comparison.of("欠 13800 元👨‍👩‍👧", "欠 13900 元👨‍👩‍👦");
        assertThat(marked(compared.original())).isEqualTo("欠 [13800] 元[👨‍👩‍👧]");
        assertThat(marked(compared.summary())).isEqualTo("欠 [13900] 元[👨‍👩‍👦]");
    }

    @Test
    void theSameTextHasNoMarksAndNothingInCommonIsAllMarked() {
        assertThat(marked(Comparison.of("灯坏了", "灯坏了").original())).isEqualTo("灯坏了");
        assertThat(marked(Comparison.of("灯坏了", "").original())).isEqualTo("[灯坏了]");
        assertThat(Comparison.of("灯坏了", "").summary()).isEmpty();
    }

    @Test
    void bothSidesStayTheirTextToTheLetter() {
        var random = new Random(Seed.any());
        var signs = "灯坏了路修水电，。\n\r\t 12ab<&👍🏽é"
                .codePoints()
                .mapToObj(Character::toString)
                .toList();
        for (int i = 0; i < 300; i++) {
            var original = text(random, signs, 200);
            var summary = text(random, signs, 80);
            var compared = Comparison.of(original, summary);
            assertThat(whole(compared.original())).isEqualTo(original);
            assertThat(whole(compared.summary())).isEqualTo(summary);
        }
    }

    @Test
    void theLongestTextsWithNothingInCommonAreComparedAtOnce() {
        var original = "甲".repeat(1000) + "乙丙".repeat(500);
        var summary = "丁".repeat(250) + "丙乙".repeat(125);
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(2), () -> Comparison.of(original, summary));
    }

    private static String text(Random random, List<String> signs, int most) {
        var text = new StringBuilder();
        for (int n = random.nextInt(most); n > 0; n--) {
            text.append(signs.get(random.nextInt(signs.size())));
        }
        return text.toString();
    }

    private static String whole(List<Comparison.Part> parts) {
        return parts.stream().map(Comparison.Part::text).collect(joining());
    }

    private static String marked(List<Comparison.Part> parts) {
        return parts.stream()
                .map(part -> part.own() ? "[" + part.text() + "]" : part.text())
                .collect(joining());
    }
}
