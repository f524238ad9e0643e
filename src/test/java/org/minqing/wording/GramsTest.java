package org.minqing.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What a text is compared by, and what two texts have in common. */
class GramsTest {

    @Test
    void chineseIsSignsAndPairs() {
        assertThat(Grams.of("路灯不亮")).containsExactlyInAnyOrder("路", "灯", "路灯", "不", "灯不", "亮", "不亮");
        assertThat(Grams.of("亮")).containsExactly("亮");
    }

    @Test
    void lettersAndDigitsAreOneAsAWhole() {
        assertThat(Grams.of("12路车 A3栋")).containsExactly("12", "路", "车", "路车", "a3", "栋");
    }

    @Test
    void wideAndLargeSignsAreLikeNarrowAndSmallOnes() {
        assertThat(Grams.of("ＷｉＦｉ ３号楼")).isEqualTo(Grams.of("wifi 3号楼"));
    }

    @Test
    void nothingGoesAcrossAMarkOrALine() {
        assertThat(Grams.of("灯，坏")).doesNotContain("灯坏");
        assertThat(Grams.of("灯\n坏")).doesNotContain("灯坏");
        assertThat(Grams.of("，。！ \n")).isEmpty();
        assertThat(Grams.of("")).isEmpty();
    }

    /** Signs beyond the first plane are one sign, not two halves. */
    @Test
    void rareSignsStayWhole() {
        assertThat(Grams.of("𠮷家")).containsExactly("𠮷", "家", "𠮷家");
    }

    /** A key of the index cannot be of any length: else whoever writes a long number could not register. */
    @Test
    void aLongRunIsCut() {
        assertThat(Grams.of("9".repeat(2000))).containsExactly("9".repeat(24));
    }

    @Test
    void theSameTextIsWhollyAlikeAndAnotherNotAtAll() {
        var weights = GramWeights.of(List.of(Grams.of("路灯不亮"), Grams.of("水管漏水")));
        assertThat(weights.likeness(Grams.of("路灯不亮"), Grams.of("路灯不亮"))).isCloseTo(1, within());
        assertThat(weights.likeness(Grams.of("路灯不亮"), Grams.of("水管漏水"))).isZero();
        assertThat(weights.likeness(Grams.of(""), Grams.of("水管漏水"))).isZero();
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    /** What everybody says tells little. */
    @Test
    void aRareWordCountsMoreThanACommonOne() {
        var texts = new ArrayList<Set<String>>();
        for (int i = 0; i < 200; i++) {
            texts.add(Grams.of("请来修"));
        }
        var weights = GramWeights.of(texts);
        var one = Grams.of("请来修，马蜂");
        assertThat(weights.likeness(one, Grams.of("马蜂"))).isGreaterThan(weights.likeness(one, Grams.of("请来修")));
        assertThat(weights.rarest(one, 1)).contains("马蜂", "马", "蜂").hasSize(4);
    }

    @Test
    void whatBothSayIsNamedInWholePieces() {
        var weights = GramWeights.of(List.of());
        assertThat(weights.inCommon("文化广场的路灯不亮，12路", Grams.of("昨晚文化广场上没有路灯，12路"), 3))
                .containsExactly("文化广场", "路灯", "12");
    }
}
