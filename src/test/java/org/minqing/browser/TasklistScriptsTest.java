package org.minqing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.springframework.core.io.ClassPathResource;

/** Our scripts in Tasklist, one by one, in a real browser. */
@MinqingTest
class TasklistScriptsTest extends BrowserTalk {

    /** What the form library says to whoever fills in a form; the rest of its English is for those who draw forms. */
    private static final Pattern LITERALS = Pattern.compile(
            "[\"'`](Field (?:is required|must )[^\"'`]*|Value is not a number\\.|Please select a valid[^\"'`]*"
                    + "|No results|All values selected|Add new|Nothing to show\\.|No content to show\\.|Collapse"
                    + "|Search|Select|Checked|Not checked)[\"'`]");

    private Visitor visitor;

    @BeforeEach
    void signIn() {
        visitor = browser.visitor(api.base(), "scripts");
        // A page of ours: here, unlike in Tasklist, a test may import modules.
        open(visitor, "ganshui-grid-01", "/desk");
    }

    private Object evaluate(String script, Object argument) {
        return visitor.page().evaluate(script, argument);
    }

    @Test
    @SuppressWarnings("unchecked")
    void everythingThatAFormSaysByItselfIsSaidInChinese() throws IOException {
        var library = new ClassPathResource("META-INF/resources/webjars/camunda/lib/deps.js")
                .getContentAsString(StandardCharsets.UTF_8);
        var found = new TreeSet<String>();
        LITERALS.matcher(library).results().forEach(m -> found.add(m.group(1).replaceAll("\\$\\{[^}]*}", "5")));
        assertThat(found).hasSizeGreaterThanOrEqualTo(20);
        var said = (Map<String, String>) evaluate(
                "async texts => { const {inChinese} = await import('/camunda/lib/minqing-tasklist-0.1.0/words.js');"
                        + " return Object.fromEntries(texts.map(t => [t, inChinese(t)])); }",
                List.copyOf(found));
        said.forEach((text, chinese) -> assertThat(chinese).as(text).matches("[\\p{IsHan}\\d ，、（）]+"));
        assertThat(said.get("Field must have minimum length of 5.")).isEqualTo("至少 5 个字");
    }

    @Test
    void aPluginThatIsBrokenLeavesTheOthersWorking() {
        serve("**/works.js", "export default [{id: 'works', pluginPoint: 'x', render: () => 1}];");
        serve("**/throws.js", "throw new Error('broken');");
        serve("**/cannot-be-read.js", "export default {{{");
        serve("**/fails-later.js", "export default {id: 'later', render: () => { throw new Error('later'); }};");
        serve("**/nothing.js", "export const a = 1;");
        assertThat(evaluate(
                        "async names => { const {loadPlugins} = await import('/camunda/lib/minqing-plugins.js');"
                                + " const found = await loadPlugins(names, window.location.href);"
                                + " found.forEach(p => p.render()); return found.map(p => p.id); }",
                        List.of(
                                "./throws.js",
                                "./works.js",
                                "./cannot-be-read.js",
                                "./missing.js",
                                "./fails-later.js",
                                "./nothing.js")))
                .isEqualTo(List.of("works", "later"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatTheEngineRefusesIsChineseAndTellsNothingOfItsInside() {
        var said = (List<String>) evaluate(
                "async texts => { const {chinese} = await import('/camunda/lib/minqing-tasklist-0.1.0/engine.js');"
                        + " return texts.map(chinese); }",
                List.of(
                        "Cannot submit task form 1f: 填写的内容有误：情况说明必填",
                        "这项任务已由他人认领。",
                        "ENGINE-03005 Execution of 'UPDATE TaskEntity[1]' failed. Entity was updated by another"
                                + " transaction concurrently.",
                        "No matching task with id 1f",
                        "Task '1f' is already claimed by someone else.",
                        "java.lang.NullPointerException",
                        ""));
        assertThat(said).allSatisfy(text -> assertThat(text).matches("[\\p{IsHan}，。：；、]+"));
        assertThat(said.get(0)).isEqualTo("填写的内容有误：情况说明必填");
        assertThat(said.get(2)).contains("刷新");
        assertThat(said.get(4)).contains("别人认领");
    }

    @Test
    void aDraftIsKeptNowhere() {
        assertThat(evaluate(
                        "async key => { localStorage.setItem(key + 1, 'an earlier version kept this');"
                                + " await import('/camunda/lib/minqing-tasklist-0.1.0/page.js');"
                                + " localStorage.setItem(key + 2, 'typed'); localStorage.setItem('other', 'kept');"
                                + " return Object.keys(localStorage).filter(k => k === 'other' || k.startsWith(key)); }",
                        "camunda-form:"))
                .isEqualTo(List.of("other"));
    }

    private void serve(String address, String script) {
        visitor.page()
                .route(
                        address,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/javascript")
                                .setBody(script)));
    }
}
