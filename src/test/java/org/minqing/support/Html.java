package org.minqing.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A page of ours as it is sent, and what holds for every one of them. */
public final class Html {

    private static final String LIVE_SCRIPT = "<script type=\"module\" src=\"/js/live.js\"></script>";

    private static final String TASKS_SCRIPT = "<script type=\"module\" src=\"/js/tasks.js\"></script>";

    /** Where residents write, and where they look things up. */
    private static final List<String> RESIDENT_SCRIPTS = List.of(
            "<script src=\"/js/submit.js\" defer></script>",
            "<script src=\"/js/mine.js\" defer></script>",
            "<script src=\"/js/sending.js\" defer></script>",
            "<script src=\"/js/attachments.js\" defer></script>");

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
        // Scripts are files of ours.
        assertThat(withoutOwnScripts(html).replace(TASKS_SCRIPT, "").replace(LIVE_SCRIPT, ""))
                .doesNotContain("style=", "<script", "<style", "th:", "??");
        return html;
    }

    /** A page of residents but for the scripts that it is meant to have. */
    public static String withoutOwnScripts(String html) {
        var rest = html;
        for (var script : RESIDENT_SCRIPTS) {
            rest = rest.replace(script, "");
        }
        return rest;
    }
}
