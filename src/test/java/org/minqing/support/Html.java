package org.minqing.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A page of ours as it is sent, and what holds for every one of them. */
public final class Html {

    private static final String TASKS_SCRIPT = "<script type=\"module\" src=\"/js/tasks.js\"></script>";

    private Html() {}

    public static String page(MockMvc mvc, MockHttpServletRequestBuilder request, int status) throws Exception {
        var html = mvc.perform(request.accept(MediaType.TEXT_HTML))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(header().string(
                                "Content-Security-Policy", containsString("default-src 'none'; style-src 'self'")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).startsWith("<!DOCTYPE html>").contains("lang=\"zh-CN\"", "</html>");
        // The scripts of staff are files of ours; residents' pages do without any.
        assertThat(html.replace(TASKS_SCRIPT, "")).doesNotContain("style=", "<script", "<style", "th:", "??");
        return html;
    }
}
