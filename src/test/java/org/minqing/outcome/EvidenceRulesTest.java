package org.minqing.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.problem.InvalidInput;

/** What counts as evidence, as {@code evidence.yml} and the rules have it. */
class EvidenceRulesTest {

    private final EvidenceRules rules = new EvidenceRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "已解决",
                "已解决。",
                "现场照片已留存。",
                "处理记录和居民确认已留存。",
                "问题已解决，居民满意！",
                "123456",
                "１２３",
                "照片3张",
                "——",
                "已 处 理",
                "无"
            })
    void wordsThatNobodyCouldCheckAreNoEvidence(String canned) {
        assertThat(refused(() -> rules.document(canned, ""))).isEqualTo("evidence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"照片3张，存社区工作群", "施工前后照片四张，车位编号表", "收据〔2026〕12号，存财政所", "检修单和亮灯照片"})
    void aDocumentSaysWhichItIs(String document) {
        assertThat(rules.document(document, "").words()).isEqualTo("佐证：" + document);
    }

    @Test
    void aWitnessHasANameAndCanBeReached() {
        assertThat(refused(() -> rules.witness("居民", "023-0000-7001"))).isEqualTo("witnessName");
        assertThat(refused(() -> rules.witness("12345", "023-0000-7001"))).isEqualTo("witnessName");
        assertThat(refused(() -> rules.witness("", "023-0000-7001"))).isEqualTo("witnessName");
        assertThat(refused(() -> rules.witness("邻居李婶", "——"))).isEqualTo("witnessReach");
        assertThat(rules.witness("邻居李婶", "一单元二楼").reach()).isEqualTo("一单元二楼");
    }

    /** The timeline is read by everybody. */
    @Test
    void theWordsForEverybodyDoNotSayWhoTheWitnessIs() {
        assertThat(rules.witness("邻居李婶", "一单元二楼").words()).isEqualTo("有见证人");
    }

    @Test
    void aFigureSaysWhatWasMeasuredAndInWhat() {
        assertThat(rules.figure("新增车位", new BigDecimal("22.0"), "个").figure()).isEqualTo("新增车位 22 个");
        assertThat(refused(() -> rules.figure("22", BigDecimal.TEN, "个"))).isEqualTo("figureWhat");
        assertThat(refused(() -> rules.figure("新增车位", BigDecimal.TEN, "5"))).isEqualTo("figureUnit");
    }

    private static String refused(ThrowingCallable act) {
        return catchThrowableOfType(InvalidInput.class, act).problems().get(0).field();
    }
}
