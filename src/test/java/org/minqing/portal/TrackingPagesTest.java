package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.feedback.Rating;
import org.minqing.hints.Call;
import org.minqing.outcome.Question;
import org.minqing.problem.Refusal;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class TrackingPagesTest extends PortalPages {

    @ParameterizedTest
    @CsvSource({"7K3M9QX2ABCD4567", "7k3m-9qx2 abcd－4567", "７Ｋ３Ｍ９ＱＸ２ＡＢＣＤ４５６７", "'  7k3m 9qx2 abcd 4567 '"})
    void findsACodeHoweverItWasCopied(String typed) throws Exception {
        known(appeal("路灯不亮", false, true, "handling"));
        mvc.perform(post("/track").with(csrf()).param("code", typed))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(TRACK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K3M", "7K3M9QX2ABCD4568", "7K3M9QX2ABCD456<", "../desk", "\u0000"})
    void saysAtTheFieldThatACodeIsUnknown(String typed) throws Exception {
        assertThat(page(post("/track").with(csrf()).param("code", typed), 404)).contains("没有找到这个查询码", "id=\"code\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/track/7k3m9qx2abcd4567", "/track/abc'--", "/track/路灯", "/track/7K3M9QX2ABCD45670"})
    void looksUpNoOddCode(String path) throws Exception {
        page(get(path), 404);
        page(get(path + "/rate"), 404);
        verify(tracking, never()).of(anyString());
    }

    @Test
    void tracksPhasesPromisesAndSteps() throws Exception {
        known(appeal("路灯不亮", false, true, "handling"));
        when(tracking.heard(anyString())).thenReturn(new Tracking.Heard(List.of(new Call("119", "火情")), "供电"));
        assertThat(page(get(TRACK), 200))
                .containsPattern("<li[^>]*aria-current=\"step\"[^>]*>\\s*<span>党员接单")
                .contains("11月22日 19:00 前", "按时", "计时中", "通过网上提交提出诉求", "确认撤回", "noindex", "no-referrer")
                .doesNotContain("去评价", "您的查询码");
    }

    @Test
    void theReceiptHasNumberCodeDatesAndAPictureThatOpensThePage() throws Exception {
        known(appeal("路灯不亮", false, true, "handling"));
        when(tracking.heard(anyString())).thenReturn(new Tracking.Heard(List.of(new Call("119", "火情")), "供电"));
        assertThat(page(get(TRACK + "?new"), 200))
                .contains("7K3M 9QX2 ABCD 4567", "GS-20261121-0001", "请保存查询码", "tel:119", "拨打119（火情）", "“供电”")
                .contains("11月22日 19:00 前", "存到这台手机", "tel:023-0000-0001", "<svg role=\"img\"")
                // The picture has no address of its own, which would stand in logs.
                .doesNotContain("<img src=\"/track");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GS-20261121-0001",
                "gs202611210001",
                "ＧＳ－20261121－0001",
                "XX-20990101-9999",
                "GS-20261121-0001-2"
            })
    void aNumberByItselfOpensNothingAndTellsNothing(String number) throws Exception {
        assertThat(page(post("/track").with(csrf()).param("code", number), 422))
                .contains("只有编号还不能查", "查询码找不到了", "tel:023-0000-0001");
        verify(tracking, never()).of(anyString());
    }

    @Test
    void withdrawnAppealShowsWhatHappenedAndItsEndAndCannotBeWithdrawnAgain() throws Exception {
        known(appeal("路灯不亮", false, false, "withdrawn"));
        assertThat(page(get(TRACK), 200))
                .containsPattern("<li[^>]*aria-current=\"step\"[^>]*>\\s*<span>已撤回")
                .contains("党员接单")
                .doesNotContain("群众评单", "确认撤回");
    }

    @Test
    void opensALongPageWithItsForms() throws Exception {
        var appeal = appeal("路灯不亮".repeat(4000), false, true, "handling");
        known(appeal);
        assertThat(page(get(TRACK), 200)).contains("name=\"_csrf\"", "</html>");
    }

    @Test
    void withdraws() throws Exception {
        known(appeal("路灯不亮", false, true, "handling"));
        mvc.perform(post(TRACK + "/withdraw").with(csrf())).andExpect(redirectedUrl(TRACK));
        verify(acts).withdraw(CODE);
    }

    @Test
    void ratesOnlyAResult() throws Exception {
        known(appeal("路灯不亮", false, true, "handling"));
        mvc.perform(get(TRACK + "/rate")).andExpect(redirectedUrl(TRACK));
        known(appeal("路灯不亮", true, true, "feedback"));
        assertThat(page(get(TRACK + "/rate"), 200)).contains("非常满意", "name=\"contacted\"", "name=\"_csrf\"");
    }

    @Test
    void rates() throws Exception {
        known(appeal("路灯不亮", true, true, "feedback"));
        mvc.perform(rating("4", "yes", "no", "来得快\r\n谢谢")).andExpect(redirectedUrl(TRACK + "?rated"));
        verify(acts).rate(CODE, new Rating(Question.SOLVED, 4, true, false, "来得快\n谢谢"));
    }

    @Test
    void asksForEachMissingAnswerOfARating() throws Exception {
        known(appeal("路灯不亮", true, true, "feedback"));
        assertThat(page(rating("6", "", "yes", "字".repeat(501)), 400))
                .containsPattern("id=\"grade\"[^>]*>请选择一项<")
                .containsPattern("id=\"resolved\"[^>]*>请选择一项<")
                .containsPattern("id=\"comment-problem\"[^>]*>不能超过 500 个字<")
                .containsPattern("name=\"contacted\" value=\"yes\" checked")
                .doesNotContain("id=\"contacted\"", "??");
    }

    @Test
    void saysThatARatingCameTooLate() throws Exception {
        known(appeal("路灯不亮", true, true, "feedback"));
        doThrow(Refusal.conflict("不能再次评价。", "Rated already.")).when(acts).rate(any(), any());
        assertThat(page(rating("4", "yes", "yes", ""), 409)).contains("不能再次评价。");
    }

    private static MockHttpServletRequestBuilder rating(
            String grade, String resolved, String contacted, String comment) {
        return post(TRACK + "/rate")
                .with(csrf())
                .param("grade", grade)
                .param("resolved", resolved)
                .param("contacted", contacted)
                .param("comment", comment);
    }
}
