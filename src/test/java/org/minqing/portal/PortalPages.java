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
import org.minqing.addition.Additions;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.attachment.AddedFiles;
import org.minqing.attachment.SentFiles;
import org.minqing.desk.appeal.DeskSamples;
import org.minqing.feedback.ContactGuard;
import org.minqing.intake.Intake;
import org.minqing.intake.PrivacyNotice;
import org.minqing.intake.SubmissionReader;
import org.minqing.intake.Unsaid;
import org.minqing.limits.Limits;
import org.minqing.merging.ReporterActs;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.Landlines;
import org.minqing.problem.Refusal;
import org.minqing.progress.Progress;
import org.minqing.question.ResidentQuestions;
import org.minqing.relay.Relays;
import org.minqing.review.ReviewRequests;
import org.minqing.security.StaffDirectory;
import org.minqing.support.Html;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of residents with the real templates and doors; what lies behind them is played. */
@WebMvcTest({HomePage.class, ReceiptPage.class, ResidentPages.class, TrackingPages.class})
@Import({PagesConfiguration.class, SubmissionReader.class, Relays.class, PrivacyNotice.class})
abstract class PortalPages {

    static final String CODE = "7K3M9QX2ABCD4567";
    static final String TRACK = "/track/" + CODE;

    @Autowired
    MockMvc mvc;

    @MockitoBean
    private ReviewRequests reviewRequests;

    @MockitoBean
    Additions additions;

    @MockitoBean
    Categories categories;

    @MockitoBean
    AppealTypes types;

    @MockitoBean
    Intake intake;

    @MockitoBean
    JoinedFiling joined;

    @MockitoBean
    private Unsaid unsaid;

    @MockitoBean
    Limits limits;

    @MockitoBean
    SentFiles files;

    @MockitoBean
    AddedFiles added;

    @MockitoBean
    Tracking tracking;

    @MockitoBean
    ReporterActs acts;

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
        var html = Html.withoutOwnScripts(Html.page(mvc, request, status));
        assertThat(html).doesNotContain("<script");
        return html;
    }

    static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    static TrackedAppeal appeal(String text, boolean canRate, boolean canWithdraw, String status) {
        var words = List.of("群众点单", "组织派单", "党员接单", "群众评单", "办结归档");
        var end = status.equals("withdrawn") ? "已撤回" : null;
        var phases = IntStream.range(0, 5)
                .mapToObj(i -> new Progress.Phase(words.get(i), i < 3, i == 2 && end == null))
                .toList();
        return new TrackedAppeal(
                "GS-20261121-0001",
                "赶水镇",
                "023-0000-0001",
                "求助",
                "路灯照明",
                text,
                text + "，第二盏坏了",
                List.of(new TrackedAppeal.Addition("2026-11-21T19:30:00+08:00", "11月21日 19:30", text)),
                canWithdraw,
                status,
                "办理中",
                phases,
                end,
                new TrackedAppeal.Promises(
                        new TrackedAppeal.Promise("2026-11-22T19:00:00+08:00", "11月22日 19:00", "按时"),
                        new TrackedAppeal.Promise("2026-11-24T19:00:00+08:00", "11月24日 19:00", null)),
                List.of(new TrackedAppeal.Step("2026-11-21T19:00:00+08:00", "11月21日 19:00", "居民", "通过网上提交提出诉求")),
                canRate ? new TrackedResult("solved", "已解决", null, null, null, "resolved", "问题解决了吗") : null,
                canRate,
                canWithdraw,
                null,
                List.of(new TrackedAppeal.Question(
                        "7",
                        "11月21日 20:00",
                        "二居社区第一网格网格员",
                        text,
                        "2026-11-22T20:00:00+08:00",
                        "11月22日 20:00",
                        "waiting",
                        null)),
                null,
                new TrackedReview(
                        "finalReview",
                        "复核",
                        true,
                        "2027-01-01T00:00:00+08:00",
                        "2026年12月31日",
                        null,
                        List.of(new TrackedReview.Line(
                                "复查",
                                "11月22日 09:00",
                                "answered",
                                true,
                                "赶水镇",
                                null,
                                null,
                                text,
                                "维持原处理意见",
                                text,
                                "11月25日 10:00"))),
                List.of(new TrackedAppeal.Part(text, "二居社区", "办理中")),
                List.of(DeskSamples.attachment(text)));
    }
}
