package org.minqing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.minqing.PagesConfiguration;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.Landlines;
import org.minqing.security.StaffDirectory;
import org.minqing.support.Html;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebMvcTest(SignInPage.class)
@Import(PagesConfiguration.class)
class SignInPageTest {

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private InstantSource clock;

    @MockitoBean
    private Landlines landlines;

    @MockitoBean
    private ForeignProblem foreign;

    @MockitoBean
    private StaffDirectory directory;

    @Test
    void signInSaysForWhomItIs() throws Exception {
        assertThat(page(get("/sign-in"), 200))
                .contains("name=\"username\"", "name=\"password\"", "action=\"/sign-in\"", "name=\"_csrf\"", "不需要登录")
                .doesNotContain("不正确", "已退出");
        assertThat(page(get("/sign-in?refused"), 200)).contains("用户名或密码不正确");
        assertThat(page(get("/sign-in?out"), 200)).contains("您已退出登录");
    }

    private String page(MockHttpServletRequestBuilder request, int status) throws Exception {
        var html = Html.page(mvc, request, status);
        assertThat(html).contains("noindex");
        return html;
    }
}
