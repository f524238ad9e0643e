package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.PagesConfiguration;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Categories;
import org.minqing.appeal.Facts;
import org.minqing.feedback.Feedback;
import org.minqing.feedback.Rating;
import org.minqing.intake.Intake;
import org.minqing.intake.Receipt;
import org.minqing.intake.Submission;
import org.minqing.intake.SubmissionReader;
import org.minqing.problem.Desks;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffDirectory;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebMvcTest({ResidentPages.class, TrackingPages.class})
@Import({PagesConfiguration.class, SubmissionReader.class})
class ResidentPagesTest {

    private static final String CODE = "7K3M9QX2ABCD4567";
    private static final String TRACK = "/track/" + CODE;
    private static final String KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private Categories categories;

    @MockitoBean
    private Intake intake;

    @MockitoBean
    private Tracking tracking;

    @MockitoBean
    private Feedback feedback;

    @MockitoBean
    private Desks desks;

    @MockitoBean
    private ForeignProblem foreign;

    @MockitoBean
    private StaffDirectory directory;

    @BeforeEach
    void twoCategories() {
        var known = List.of(new Categories.Category("street-lighting", "路灯照明"), new Categories.Category("other", "其他"));
        when(categories.of(anyString())).thenReturn(known);
        known.forEach(c -> when(categories.find(anyString(), eq(c.code()))).thenReturn(java.util.Optional.of(c)));
        when(tracking.of(anyString())).thenThrow(Refusal.notFound());
    }

    @Test
    void homeOffersEachLocality() throws Exception {
        assertThat(page(get("/"), 200))
                .contains("/submit?locality=ganshui", "/submit?locality=zhangjiashan", "路灯照明、其他等 2 类事项")
                .contains("tel:023-0000-0001", "name=\"_csrf\"")
                .doesNotContain("noindex");
    }

    @Test
    void formOffersTheUnitsOfTheLocalityButNotTheLocalityItself() throws Exception {
        assertThat(page(get("/submit?locality=ganshui"), 200))
                .contains("value=\"ganshui-erju\"", "value=\"street-lighting\"", "name=\"_csrf\"", "不清楚")
                .doesNotContain("value=\"ganshui-command\"", "<option value=\"ganshui\"")
                .containsPattern("name=\"key\" value=\"[0-9a-f-]{36}\"");
    }

    @Test
    void formOfNoLocalityLeadsHomeAndOfAnUnknownOneIsNotFound() throws Exception {
        mvc.perform(get("/submit")).andExpect(redirectedUrl("/"));
        assertThat(page(get("/submit?locality=nowhere"), 404)).contains("没有找到");
    }

    @Test
    void submitsWhatWasTypedAndLeadsToTheReceipt() throws Exception {
        var submission = ArgumentCaptor.forClass(Submission.class);
        when(intake.accept(submission.capture(), eq(KEY), anyString(), eq(Actor.RESIDENT)))
                .thenReturn(new Receipt("GS-20261121-0001", CODE, "{}", false));
        mvc.perform(form().param("location.unit", "ganshui-erju")
                        .param("resident.phone", "１３８ 0000 0000")
                        .param("resident.anonymous", "yes")
                        .param("facts.safetyRisk", "yes")
                        .param("facts.peopleAffected", "２０"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(TRACK + "?new"));
        assertThat(submission.getValue())
                .isEqualTo(new Submission(
                        "ganshui",
                        "online",
                        "street-lighting",
                        "路灯不亮",
                        "晚上看不见路",
                        "ganshui-erju",
                        null,
                        null,
                        null,
                        null,
                        "138 0000 0000",
                        true,
                        new Facts(true, 20, false, false, false, false, false, false)));
    }

    @Test
    void countsTheEndOfALineOnce() throws Exception {
        when(intake.accept(any(), anyString(), anyString(), any()))
                .thenReturn(new Receipt("GS-20261121-0001", CODE, "{}", false));
        mvc.perform(form("路灯不亮", "长\r\n".repeat(999) + "长长")).andExpect(status().isSeeOther());
    }

    @Test
    void showsEachFaultAtItsFieldAndKeepsWhatWasTyped() throws Exception {
        var request = post("/submit")
                .with(csrf())
                .accept(MediaType.TEXT_HTML)
                .param("locality", "ganshui")
                .param("key", KEY)
                .param("category", "")
                .param("title", "灯")
                .param("description", "  多日不亮  ")
                .param("location.unit", "ganshui-erju")
                .param("resident.phone", "call me")
                .param("facts.vulnerable", "yes")
                .param("facts.peopleAffected", "很多");
        assertThat(page(request, 400))
                .contains("href=\"#category\"", "href=\"#facts.peopleAffected\"")
                .containsPattern("id=\"title-problem\"[^>]*>至少 2 个字<")
                .containsPattern("id=\"category-problem\"[^>]*>请选择一个类别<")
                .containsPattern("id=\"resident.phone-problem\"[^>]*>请填电话号码")
                .containsPattern("id=\"facts.peopleAffected-problem\"[^>]*>请填一个整数")
                .containsPattern("id=\"facts.vulnerable\"[^>]*checked")
                .containsPattern("value=\"ganshui-erju\"[^>]*selected")
                .contains("value=\"call me\"", "value=\"很多\"", "  多日不亮  ", KEY)
                .doesNotContain("description-problem\" class", "??");
        verify(intake, never()).accept(any(), any(), any(), any());
    }

    @Test
    void refusesControlCharacters() throws Exception {
        assertThat(page(form("路灯\u0000不亮", "晚上看不见路"), 400)).contains("含有不能显示的控制字符");
    }

    @Test
    void asksWhetherAUsedFormIsMeantAsAnotherAppeal() throws Exception {
        when(intake.accept(any(), anyString(), anyString(), any()))
                .thenThrow(new Refusal(Refusal.Kind.KEY_REUSED, "键已用", "used"));
        assertThat(page(form(), 422)).contains("已经提交过一次", "路灯不亮").doesNotContain(KEY, "键已用");
    }

    @Test
    void refusesAFormWithoutToken() throws Exception {
        mvc.perform(post("/submit").accept(MediaType.TEXT_HTML).param("locality", "ganshui"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("页面已过期")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "${7919*7}",
                "[[${7919*7}]]",
                "[(${7919*7})]",
                "__${7919*7}__::.x",
                "\" autofocus onfocus=\"alert(1)"
            })
    void showsHostileTextAsText(String text) throws Exception {
        var again = page(form("", text).param("resident.name", text).param("location.unit", text), 400);
        assertThat(again).contains(escaped(text)).doesNotContain("<script", "55433", "onfocus=\"");
        known(appeal(text, true, true, "feedback"));
        assertThat(page(get(TRACK), 200)).contains(escaped(text)).doesNotContain("<script", "55433", "onfocus=\"");
        var rating = post(TRACK + "/rate").with(csrf()).param("comment", text);
        assertThat(page(rating, 400)).contains(escaped(text)).doesNotContain("<script", "55433", "onfocus=\"");
    }

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
        assertThat(page(get(TRACK), 200))
                .containsPattern("<li[^>]*aria-current=\"step\"[^>]*>\\s*<span>党员接单")
                .contains("11月22日 19:00 前", "按时", "计时中", "通过网上提交提出诉求", "确认撤回", "noindex", "no-referrer")
                .doesNotContain("去评价", "您的查询码");
        assertThat(page(get(TRACK + "?new"), 200)).contains("7K3M 9QX2 ABCD 4567", "请保存查询码");
    }

    @Test
    void withdrawnAppealHasNoProgressAndCannotBeWithdrawnAgain() throws Exception {
        known(appeal("路灯不亮", false, false, "withdrawn"));
        assertThat(page(get(TRACK), 200)).doesNotContain("aria-current", "确认撤回");
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
        verify(feedback).withdraw(CODE);
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
        verify(feedback).rate(CODE, new Rating(4, true, false, "来得快\n谢谢"));
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
        doThrow(Refusal.conflict("不能再次评价。", "Rated already.")).when(feedback).rate(any(), any());
        assertThat(page(rating("4", "yes", "yes", ""), 409)).contains("不能再次评价。");
    }

    @ParameterizedTest
    @CsvSource({"404,没有找到", "403,没有找到", "405,不支持", "400,请求不正确", "500,系统出错", "503,暂时不可用", "200,系统出错"})
    void wordsWhatWentWrongElsewhere(int code, String words) throws Exception {
        var request = get("/error")
                .with(r -> {
                    r.setDispatcherType(jakarta.servlet.DispatcherType.ERROR);
                    return r;
                })
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code)
                .requestAttr(RequestDispatcher.ERROR_MESSAGE, "secret")
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret"));
        var status = code == 403 ? 403 : code == 200 ? 500 : code;
        assertThat(page(request, status)).contains(words).doesNotContain("secret", "IllegalState");
        mvc.perform(request.requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/appeals"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    private void known(TrackedAppeal appeal) {
        org.mockito.Mockito.doReturn(appeal).when(tracking).of(CODE);
    }

    private String page(MockHttpServletRequestBuilder request, int status) throws Exception {
        var html = mvc.perform(request.accept(MediaType.TEXT_HTML))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(header().string(
                                "Content-Security-Policy", containsString("default-src 'none'; style-src 'self'")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).startsWith("<!DOCTYPE html>").contains("lang=\"zh-CN\"", "</html>");
        assertThat(html).doesNotContain("style=", "<script", "<style", "th:", "??");
        return html;
    }

    private static MockHttpServletRequestBuilder form() {
        return form("路灯不亮", "晚上看不见路");
    }

    private static MockHttpServletRequestBuilder form(String title, String description) {
        return post("/submit")
                .with(csrf())
                .param("locality", "ganshui")
                .param("key", KEY)
                .param("category", "street-lighting")
                .param("title", title)
                .param("description", description);
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

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static TrackedAppeal appeal(String text, boolean canRate, boolean canWithdraw, String status) {
        var words = List.of("群众点单", "组织派单", "党员接单", "群众评单", "办结归档");
        var phases = IntStream.range(0, 5)
                .mapToObj(i -> new TrackedAppeal.Phase(words.get(i), i < 3))
                .toList();
        return new TrackedAppeal(
                "GS-20261121-0001",
                "赶水镇",
                "023-0000-0001",
                "路灯照明",
                text,
                status,
                "办理中",
                phases,
                new TrackedAppeal.Promises(
                        new TrackedAppeal.Promise("2026-11-22T19:00:00+08:00", "11月22日 19:00", "按时"),
                        new TrackedAppeal.Promise("2026-11-24T19:00:00+08:00", "11月24日 19:00", null)),
                List.of(new TrackedAppeal.Step("2026-11-21T19:00:00+08:00", "11月21日 19:00", "居民", "通过网上提交提出诉求")),
                canRate,
                canWithdraw);
    }
}
