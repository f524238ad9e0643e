package org.minqing.desk.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.desk.appeal.DeskSamples.AUDITOR;
import static org.minqing.desk.appeal.DeskSamples.DISPATCHER;
import static org.minqing.desk.appeal.DeskSamples.GRID_WORKER;
import static org.minqing.desk.appeal.DeskSamples.NUMBER;
import static org.minqing.desk.appeal.DeskSamples.as;
import static org.minqing.desk.appeal.DeskSamples.sheet;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.PagesConfiguration;
import org.minqing.access.AppealAccess;
import org.minqing.access.CodeRights;
import org.minqing.access.ConfidentialRules;
import org.minqing.access.LookWay;
import org.minqing.access.Moderation;
import org.minqing.access.ResidentContacts;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Subjects;
import org.minqing.hints.AppealHints;
import org.minqing.joint.Leading;
import org.minqing.merging.Similar;
import org.minqing.note.NoteLines;
import org.minqing.note.Notes;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.Landlines;
import org.minqing.problem.Refusal;
import org.minqing.review.ReviewRequests;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffDirectory;
import org.minqing.security.StaffMember;
import org.minqing.split.SplitDesk;
import org.minqing.support.Html;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebMvcTest(AppealPages.class)
@Import(PagesConfiguration.class)
class AppealPagesTest {

    private static final String CARD = "/desk/appeals/" + NUMBER;

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    Notes notes;

    @MockitoBean
    NoteLines noteLines;

    @MockitoBean
    private ReviewRequests reviewRequests;

    @MockitoBean
    private SplitDesk splitDesk;

    @MockitoBean
    private AppealAccess access;

    @MockitoBean
    private Moderation moderation;

    @MockitoBean
    private CodeRights codes;

    @MockitoBean
    private AppealSheets sheets;

    @MockitoBean
    private Questioning questioning;

    @MockitoBean
    private ResidentContacts contacts;

    @MockitoBean
    private AppealHints hints;

    @MockitoBean
    private Subjects subjects;

    @MockitoBean
    private Colleagues colleagues;

    @MockitoBean
    private Similar similar;

    @MockitoBean
    private ReporterLines reporters;

    @MockitoBean
    private Leading leading;

    @MockitoBean
    private InstantSource clock;

    @MockitoBean
    private ConfidentialRules rules;

    @MockitoBean
    private Landlines landlines;

    @MockitoBean
    private ForeignProblem foreign;

    @MockitoBean
    private StaffDirectory directory;

    @BeforeEach
    void anAppeal() {
        var appeal = mock(Appeal.class);
        when(appeal.number()).thenReturn(NUMBER);
        when(appeal.status()).thenReturn(AppealStatus.HANDLING);
        when(clock.instant()).thenReturn(Instant.parse("2026-11-22T04:00:00Z"));
        when(access.visible(any(), anyString())).thenThrow(Refusal.notFound());
        org.mockito.Mockito.doReturn(appeal).when(access).visible(any(), org.mockito.ArgumentMatchers.eq(NUMBER));
        when(access.contactVisible(any(), anyString())).thenReturn(appeal);
        when(access.reaches(any(), any()))
                .thenAnswer(asked -> asked.<StaffMember>getArgument(0).mayReadContacts());
        when(sheets.of(appeal)).thenReturn(sheet("路灯不亮"));
    }

    @Test
    void cardShowsEverythingButTheContact() throws Exception {
        assertThat(page(get(CARD).with(as(GRID_WORKER)), 200))
                .contains("居民原话", "第二盏坏了", "城市管理", "应于", "2026-11-21 19:00", "内部", "查看联系方式")
                .doesNotContain("合并重复诉求", "tel:");
        assertThat(page(get(CARD).with(as(DISPATCHER)), 200)).contains("合并重复诉求");
        assertThat(page(get(CARD).with(as(AUDITOR)), 200)).doesNotContain("查看联系方式");
    }

    @Test
    void cardOfSomebodyElseIsNotFound() throws Exception {
        page(get("/desk/appeals/GS-20261121-0003").with(as(GRID_WORKER)), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "${7919*7}", "[[${7919*7}]]", "[(${7919*7})]", "__${7919*7}__::.x"})
    void showsHostileTextAsText(String text) throws Exception {
        when(sheets.of(any())).thenReturn(sheet(text));
        var escaped = text.replace("<", "&lt;").replace(">", "&gt;");
        assertThat(page(get(CARD).with(as(DISPATCHER)), 200)).contains(escaped).doesNotContain("55433");
        var look = post(CARD + "/contact").with(csrf()).with(as(DISPATCHER)).param("purpose", text + "长".repeat(200));
        assertThat(page(look, 400)).contains("value=\"" + escaped).doesNotContain("55433");
    }

    @Test
    void showsTheContactToWhoeverSaysWhy() throws Exception {
        when(contacts.reveal(GRID_WORKER, NUMBER, "核实地点", LookWay.APPEAL_PAGE))
                .thenReturn(
                        Optional.of(new ResidentContacts.Contact("李女士", "13800000000", true, List.of(), List.of())));
        assertThat(page(look("核实地点"), 200)).contains("李女士", "tel:13800000000", "要求不公开身份", "已记录");
        when(contacts.reveal(any(), anyString(), anyString(), any())).thenReturn(Optional.empty());
        assertThat(page(look("核实"), 200)).contains("没有留下联系方式");
    }

    @Test
    void showsNoContactWithoutAReason() throws Exception {
        assertThat(page(look("  "), 400)).containsPattern("id=\"purpose-problem\"[^>]*>请说明查看原因<");
        verify(contacts, never()).reveal(any(), any(), any(), any());
    }

    private MockHttpServletRequestBuilder look(String purpose) {
        return post(CARD + "/contact").with(csrf()).with(as(GRID_WORKER)).param("purpose", purpose);
    }

    private String page(MockHttpServletRequestBuilder request, int status) throws Exception {
        var html = Html.page(mvc, request, status);
        assertThat(html).contains("noindex");
        return html;
    }
}
