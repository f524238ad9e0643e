package org.minqing.desk.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.desk.appeal.DeskSamples.ADMINISTRATOR;
import static org.minqing.desk.appeal.DeskSamples.DISPATCHER;
import static org.minqing.desk.appeal.DeskSamples.GRID_WORKER;
import static org.minqing.desk.appeal.DeskSamples.NUMBER;
import static org.minqing.desk.appeal.DeskSamples.SUPERVISOR;
import static org.minqing.desk.appeal.DeskSamples.as;
import static org.minqing.desk.appeal.DeskSamples.task;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.PagesConfiguration;
import org.minqing.access.ConfidentialRules;
import org.minqing.access.ContactPurposes;
import org.minqing.claiming.OrderLists;
import org.minqing.desk.register.Slips;
import org.minqing.desk.worklist.Worklist;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.Landlines;
import org.minqing.security.StaffDirectory;
import org.minqing.support.Html;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebMvcTest(HomePages.class)
@Import({
    PagesConfiguration.class,
    TasksHome.class,
    RegisterHome.class,
    MoreHome.class,
    CallList.class,
    ContactPurposes.class
})
class HomePagesTest {

    private static final String CARD = "/desk/appeals/" + NUMBER;

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private Worklist worklist;

    @MockitoBean
    private Slips slips;

    @MockitoBean
    private OrderLists orders;

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
    void now() {
        when(clock.instant()).thenReturn(Instant.parse("2026-11-22T04:00:00Z"));
    }

    @Test
    void deskIsClosedToStrangers() throws Exception {
        mvc.perform(get("/desk").accept(MediaType.TEXT_HTML)).andExpect(status().is3xxRedirection());
    }

    @Test
    void homeListsTasksWithTheirCards() throws Exception {
        when(worklist.of(GRID_WORKER))
                .thenReturn(List.of(
                        task("1", "首次响应", "2026-11-22T11:00:00+08:00", "已超时 1 小时", false),
                        task("2", "支部直办", "2026-11-23T11:00:00+08:00", "还剩 23 小时", true)));
        var html = page(get("/desk").with(as(GRID_WORKER)), 200);
        assertThat(html)
                .contains("二居社区第一网格网格员", "href=\"" + CARD + "\"", "已超时 1 小时", "待认领", "本人办理")
                .contains("/camunda/app/tasklist/default/", "action=\"/sign-out\"", "name=\"_csrf\"")
                .doesNotContain("/camunda/app/cockpit/", "/admin/people");
        assertThat(html.split("class=\"late\"")).hasSize(2);
    }

    @Test
    void homeShowsTheEnginesPagesToThoseWhoMayUseThem() throws Exception {
        assertThat(page(get("/desk").with(as(SUPERVISOR)), 200))
                .contains("没有待办", "/camunda/app/cockpit/default/")
                .doesNotContain("/admin/people");
        assertThat(page(get("/desk").with(as(ADMINISTRATOR)), 200))
                .contains("/camunda/app/cockpit/default/", "/admin/people", "系统管理员")
                .doesNotContain("我的待办");
        verify(worklist, never()).of(ADMINISTRATOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "${7919*7}", "[[${7919*7}]]", "[(${7919*7})]", "__${7919*7}__::.x"})
    void showsHostileTextAsText(String text) throws Exception {
        when(worklist.of(any())).thenReturn(List.of(task(text, text, null, null, false)));
        var escaped = text.replace("<", "&lt;").replace(">", "&gt;");
        assertThat(page(get("/desk").with(as(DISPATCHER)), 200))
                .contains(escaped)
                .doesNotContain("55433");
    }

    private String page(MockHttpServletRequestBuilder request, int status) throws Exception {
        var html = Html.page(mvc, request, status);
        assertThat(html).contains("noindex");
        return html;
    }
}
