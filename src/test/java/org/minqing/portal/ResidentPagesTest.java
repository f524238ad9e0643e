package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Facts;
import org.minqing.intake.Receipt;
import org.minqing.intake.Submission;
import org.minqing.position.CoordinateSystem;
import org.minqing.position.Position;
import org.minqing.problem.Refusal;
import org.mockito.ArgumentCaptor;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ResidentPagesTest extends PortalPages {

    private static final String KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @Test
    void homeOffersEachLocality() throws Exception {
        assertThat(page(get("/"), 200))
                .contains("/submit?locality=ganshui", "/submit?locality=zhangjiashan", "路灯照明、其他等 2 类")
                .contains(
                        "tel:023-0000-0001", "class=\"door\" href=\"#choose\"", "class=\"door second\" href=\"/track\"")
                .doesNotContain("noindex", "您现在反映给");
    }

    @Test
    void aLinkSaysWhereSomebodyIsAndHisBrowserRemembersIt() throws Exception {
        var answer = mvc.perform(get("/?locality=ganshui").accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("LOCALITY=ganshui;")
                .contains("Max-Age=31536000", "HttpOnly", "SameSite=Lax", "Path=/");
        var remembered = new Cookie("LOCALITY", "ganshui");
        assertThat(page(get("/").cookie(remembered), 200))
                .contains("您现在反映给", "class=\"door\" href=\"/submit?locality=ganshui\"", "href=\"/?locality=matou\"")
                .doesNotContain("href=\"/?locality=ganshui\"");
        mvc.perform(get("/submit").cookie(remembered)).andExpect(redirectedUrl("/submit?locality=ganshui"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "", "<script>", "../desk"})
    void aPlaceThatIsNoneIsForgotten(String code) throws Exception {
        assertThat(page(get("/").param("locality", code).cookie(new Cookie("LOCALITY", "gone")), 200))
                .doesNotContain("您现在反映给");
        mvc.perform(get("/submit").cookie(new Cookie("LOCALITY", "gone"))).andExpect(redirectedUrl("/"));
    }

    @Test
    void theCardOfAGridWorkerSaysInWhichUnitItHappened() throws Exception {
        assertThat(page(get("/submit?locality=ganshui&unit=ganshui-erju-01"), 200))
                .containsPattern("value=\"ganshui-erju-01\"[^>]*selected");
        assertThat(page(get("/submit?locality=ganshui&unit=shibu-chengxi"), 200))
                .doesNotContainPattern("<option value=\"[a-z0-9-]+\"[^>]*selected[^>]*>[^：]*<");
    }

    @Test
    void theWholeFormIsOnePageAndSaysWhatBecomesOfWhatIsToldThere() throws Exception {
        assertThat(page(get("/submit?locality=ganshui"), 200))
                .contains("第 1 步，共 3 步", "第 2 步，共 3 步", "第 3 步，共 3 步", "href=\"/privacy\"")
                .contains("tel:110", "tel:119", "tel:120", "补充情况（可不填）")
                .containsPattern("name=\"resident.notice\" value=\"[0-9]{4}-[0-9]{2}")
                // Folded up, until something in it was said.
                .doesNotContain("id=\"more\" open");
        assertThat(page(get("/privacy"), 200)).contains("我们记下什么", "谁看得到", "版本 ", "tel:023-0000-0001");
    }

    @Test
    void formOffersTheUnitsOfTheLocalityButNotTheLocalityItself() throws Exception {
        assertThat(page(get("/submit?locality=ganshui"), 200))
                .contains("value=\"ganshui-erju\"", "value=\"street-lighting\"", "name=\"_csrf\"", "不清楚")
                .doesNotContain("value=\"ganshui-command\"", "<option value=\"ganshui\"")
                .containsPattern("name=\"key\" value=\"[0-9a-f-]{36}\"");
    }

    @Test
    void formAsksWhatItIsAndHelpIsTheAnswerOfWhoDoesNotSay() throws Exception {
        assertThat(page(get("/submit?locality=ganshui"), 200))
                .containsPattern("<option value=\"help\"[^>]*selected[^>]*>求助：遇到困难，请帮忙解决<")
                .contains("<option value=\"fire\"", "name=\"facts.lineCut\"", "name=\"facts.aboutStaff\"")
                // A variable of the page must not name the type of a text field.
                .containsPattern("id=\"title\" name=\"title\" type=\"text\"");
    }

    @Test
    void formOfNoLocalityLeadsHomeAndOfAnUnknownOneIsNotFound() throws Exception {
        mvc.perform(get("/submit")).andExpect(redirectedUrl("/"));
        assertThat(page(get("/submit?locality=nowhere"), 404)).contains("没有找到");
    }

    @Test
    void submitsWhatWasTypedAndLeadsToTheReceipt() throws Exception {
        var submission = ArgumentCaptor.forClass(Submission.class);
        when(intake.accept(
                        submission.capture(),
                        argThat(attempt -> attempt.key().equals(KEY)),
                        eq(Actor.RESIDENT),
                        anyBoolean(),
                        any()))
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
                        "help",
                        "street-lighting",
                        "路灯不亮",
                        "晚上看不见路",
                        "ganshui-erju",
                        null,
                        null,
                        null,
                        "138 0000 0000",
                        true,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        new Facts(true, "", false, 20, false, false, false, false, false, false, false)));
    }

    @Test
    void whereHisBrowserSaysHeIsGoesAlongAndWhatIsNoPlaceDoesNot() throws Exception {
        var submission = ArgumentCaptor.forClass(Submission.class);
        when(intake.accept(submission.capture(), any(), any(), anyBoolean(), any()))
                .thenReturn(new Receipt("GS-20261121-0001", CODE, "{}", false));
        mvc.perform(form().param("location.lng", "106.912345").param("location.lat", "28.8"))
                .andExpect(status().isSeeOther());
        assertThat(submission.getValue().position()).isEqualTo(new Position(106.912345, 28.8, CoordinateSystem.WGS84));
        for (var place : List.of("110.1,35.8", "106.9,91", "181,28", "x,28", "1e9,28", ",", "106.9,")) {
            var parts = place.split(",", -1);
            mvc.perform(form().param("location.lng", parts[0]).param("location.lat", parts[1]))
                    .andExpect(status().isSeeOther());
            assertThat(submission.getValue().position()).as(place).isNull();
        }
    }

    @Test
    void countsTheEndOfALineOnce() throws Exception {
        when(intake.accept(any(), any(), any(), anyBoolean(), any()))
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
                .param("category", "fire")
                .param("title", "灯")
                .param("description", "  多日不亮  ")
                .param("location.unit", "ganshui-erju")
                .param("resident.phone", "call me")
                .param("facts.vulnerable", "yes")
                .param("facts.peopleAffected", "很多");
        assertThat(page(request, 400))
                .contains("href=\"#category\"", "href=\"#facts.peopleAffected\"")
                .containsPattern("id=\"title-problem\"[^>]*>至少 2 个字<")
                .containsPattern("id=\"category-problem\"[^>]*>没有这个诉求类别<")
                .containsPattern("id=\"resident.phone-problem\"[^>]*>请填电话号码")
                .containsPattern("id=\"facts.peopleAffected-problem\"[^>]*>请填一个整数")
                .containsPattern("id=\"facts.vulnerable\"[^>]*checked")
                .contains("id=\"more\" open")
                .containsPattern("value=\"ganshui-erju\"[^>]*selected")
                .contains("value=\"call me\"", "value=\"很多\"", "  多日不亮  ", KEY)
                .doesNotContain("description-problem\" class", "??");
        verify(intake, never()).accept(any(), any(), any(), anyBoolean(), any());
    }

    @Test
    void refusesControlCharacters() throws Exception {
        assertThat(page(form("路灯\u0000不亮", "晚上看不见路"), 400)).contains("含有不能显示的控制字符");
    }

    @Test
    void asksWhetherAUsedFormIsMeantAsAnotherAppeal() throws Exception {
        when(intake.accept(any(), any(), any(), anyBoolean(), any()))
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
}
