package org.minqing.browser;

import java.util.List;

/** What somebody from outside may write to make our pages, or a colleague's browser, do his will. */
final class Hostile {

    /** Short enough for a title. */
    static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>灯不亮",
            "<img src=x onerror=alert(1)>灯不亮",
            "\"><svg onload=alert(1)>灯不亮",
            "'-alert(1)-' javascript:alert(1) 灯不亮",
            "{{constructor.constructor('alert(1)')()}}灯",
            "${7*7} #{7*7} __${7*7}__ [[${7*7}]] 灯不亮",
            "[点我](javascript:alert(1)) 灯不亮",
            "</textarea></title><iframe src=javascript:alert(1)>",
            "exe.png <b onclick=alert(1)>灯不亮</b>",
            "=HYPERLINK(\"http://x\",\"灯\") @SUM(1) 灯不亮");

    private Hostile() {}

    /** All of them in one text, a line each. */
    static String together() {
        return String.join("\n", TEXTS);
    }
}
