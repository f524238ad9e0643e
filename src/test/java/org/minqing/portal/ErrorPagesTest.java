package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

/** What people read when something goes wrong outside our controllers. */
class ErrorPagesTest extends PortalPages {

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
}
