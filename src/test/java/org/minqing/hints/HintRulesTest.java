package org.minqing.hints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of hints finds in a text, and what undoes it. */
class HintRulesTest {

    private final HintRules rules = new HintRules(HintFiles.parse("""
            dangers:
              - {code: fire, name: 火情, call: "119"}
              - {code: electricity, name: 触电危险, call: "119"}
              - {code: injury, name: 人员伤病, call: "120"}
              - {code: flood, name: 水患}
            negations: {words: [没有, 没, 不是], except: [是不是, 有没有]}
            unless:
              drill: {name: 演练, within: 8, words: [演练, 听说], still: [又, 快来]}
            groups:
              - {code: flood, name: 水患, danger: flood, category: irrigation, words: [决口]}
              - {code: hurt, name: 有人受伤, danger: injury, category: medical, words: [昏倒, 受伤], unless: [drill]}
              - code: fire
                name: 火情
                danger: fire
                words: [着火, 火车着, wifi着火]
                otherMeaning: [着火点测定]
                unless: [drill]
                settled: [扑灭]
              - code: wire
                name: 触电危险
                danger: electricity
                category: power-supply
                together: [{one: [高压线], other: [断, 掉], within: 5}]
              - {code: alone, name: 独居, vulnerable: true, words: [独居老人]}
              - {code: cut, name: 停水, lineCut: true, category: water-supply, words: [停水]}
              - {code: staff, name: 反映工作人员, aboutStaff: true, words: [吃拿卡要]}
            """));

    private List<String> words(String... texts) {
        return rules.in(texts).found().stream().map(Hint::word).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "厨房着火了",
                "厨房着 火了",
                "着！火！啦！",
                "着🔥火了",
                "ＷｉＦｉ着火",
                "没有，着火了",
                "没有人管，楼上着火",
                "是不是着火了",
                "有没有着火我看不清",
                "听说着火了，快来",
                "演练完又着火了",
                "着火点测定以后着火了",
                "早上扑灭的，下午着火",
                "着火了，没扑灭",
                "演练是昨天的事。今天着火了",
                "演练是很久很久很久以前着火"
            })
    void aWordIsFoundHoweverItIsWritten(String text) {
        assertThat(words(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "没有着火",
                "没着火",
                "不是着火，是雾",
                "着火点测定",
                "着火演练",
                "演练：三楼着火",
                "听说隔壁着火",
                "昨天着火了。现在已经扑灭。",
                "孩子睡着。火车站很吵",
                "高压线从我家屋顶过，树枝断了",
                "换了高压线。断桥要修",
                "着\n火",
                "",
                "!!!"
            })
    void whatIsDeniedOrMeansSomethingElseIsNot(String text) {
        assertThat(words(text)).isEmpty();
    }

    @Test
    void twoWordsCountWhereTheyStandNearEachOtherInEitherOrder() {
        assertThat(words("村口高压线被压断")).containsExactly("高压线…断");
        assertThat(words("断的是高压线")).containsExactly("高压线…断");
        assertThat(words("高压线没有断")).isEmpty();
    }

    @Test
    void titleAndDescriptionAreNotOneSentence() {
        assertThat(words("孩子睡着", "火车站很吵")).isEmpty();
        assertThat(words("演练", "着火了")).hasSize(1);
        assertThat(words("着火", null)).hasSize(1);
    }

    @Test
    void theStrongestDangerNamesTheCategoryAndIsCalledFirst() {
        var hints = rules.in("决口了，有人昏倒，独居老人家着火，高压线断了，停水，村里吃拿卡要");
        assertThat(hints.found()).hasSize(7);
        assertThat(hints.danger()).isEqualTo("fire");
        assertThat(hints.category()).contains("power-supply");
        assertThat(hints.call()).containsExactly(new Call("119", "火情"), new Call("120", "人员伤病"));
        assertThat(Stream.of(hints.vulnerable(), hints.lineCut(), hints.aboutStaff()))
                .containsOnly(true);
        assertThat(rules.in("停水，决口").category()).contains("irrigation");
    }

    @Test
    void whatIsFoundSaysWhichGroupByWhichWord() {
        assertThat(rules.in("村口的高压线断了").found()).containsExactly(new Hint("wire", "触电危险", "高压线…断"));
        assertThat(rules.in("村口的高压线断了").found().get(0).words()).isEqualTo("“高压线…断” → 触电危险");
    }

    @Test
    void anOrdinaryMatterHintsAtNothing() {
        assertThat(rules.in("火车站门口的路灯不亮")).isEqualTo(Hints.NONE);
        assertThat(rules.in("火车站门口的路灯不亮").category()).isEqualTo(Optional.empty());
    }
}
