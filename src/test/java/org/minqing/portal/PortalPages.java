package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.minqing.PagesConfiguration;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.feedback.ContactGuard;
import org.minqing.feedback.Feedback;
import org.minqing.feedback.ResidentQuestions;
import org.minqing.handling.Ending;
import org.minqing.intake.Intake;
import org.minqing.intake.SubmissionReader;
import org.minqing.limits.Limits;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.Landlines;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffDirectory;
import org.minqing.support.Html;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of residents with the real templates and doors; what lies behind them is played. */
@WebMvcTest({ResidentPages.class, TrackingPages.class})
@Import({PagesConfiguration.class, SubmissionReader.class})
abstract class PortalPages {

    static final String CODE = "7K3M9QX2ABCD4567";
    static final String TRACK = "/track/" + CODE;

    @Autowired
    MockMvc mvc;

    @MockitoBean
    Categories categories;

    @MockitoBean
    AppealTypes types;

    @MockitoBean
    Intake intake;

    @MockitoBean
    Limits limits;

    @MockitoBean
    Tracking tracking;

    @MockitoBean
    Feedback feedback;

    @MockitoBean
    Ending ending;

    @MockitoBean
    ContactGuard contacts;

    @MockitoBean
    ResidentQuestions questions;

    @MockitoBean
    Landlines landlines;

    @MockitoBean
    ForeignProblem foreign;

    @MockitoBean
    StaffDirectory directory;

    @BeforeEach
    void twoCategories() {
        var known = List.of(new Categories.Category("street-lighting", "路灯照明"), new Categories.Category("other", "其他"));
        when(categories.of(anyString())).thenReturn(known);
        known.forEach(c -> when(categories.find(anyString(), eq(c.code()))).thenReturn(java.util.Optional.of(c)));
        var help = new AppealTypes.AppealType("help", "求助", "遇到困难，请帮忙解决");
        when(types.typesOf(anyString())).thenReturn(List.of(help));
        when(types.findType(anyString(), eq("help"))).thenReturn(java.util.Optional.of(help));
        when(tracking.of(anyString())).thenThrow(Refusal.notFound());
    }

    void known(TrackedAppeal appeal) {
        org.mockito.Mockito.doReturn(appeal).when(tracking).of(CODE);
    }

    String page(MockHttpServletRequestBuilder request, int status) throws Exception {
        var html = Html.page(mvc, request, status);
        assertThat(html).doesNotContain("<script");
        return html;
    }

    static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    static TrackedAppeal appeal(String text, boolean canRate, boolean canWithdraw, String status) {
        var words = List.of("群众点单", "组织派单", "党员接单", "群众评单", "办结归档");
        var phases = IntStream.range(0, 5)
                .mapToObj(i -> new TrackedAppeal.Phase(words.get(i), i < 3))
                .toList();
        return new TrackedAppeal(
                "GS-20261121-0001",
                "赶水镇",
                "023-0000-0001",
                "求助",
                "路灯照明",
                text,
                text + "，第二盏坏了",
                status,
                "办理中",
                phases,
                new TrackedAppeal.Promises(
                        new TrackedAppeal.Promise("2026-11-22T19:00:00+08:00", "11月22日 19:00", "按时"),
                        new TrackedAppeal.Promise("2026-11-24T19:00:00+08:00", "11月24日 19:00", null)),
                List.of(new TrackedAppeal.Step("2026-11-21T19:00:00+08:00", "11月21日 19:00", "居民", "通过网上提交提出诉求")),
                canRate,
                canWithdraw,
                null,
                List.of(new TrackedAppeal.Question("7", "11月21日 20:00", "二居社区第一网格网格员", text, null)));
    }
}
