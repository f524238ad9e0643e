package org.minqing.people.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.minqing.organisation.Localities;
import org.minqing.people.PeopleTalk;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A town of six hundred, brought in by one list, searched and turned over page by page. */
@MinqingTest
class WholeTownTest extends PeopleTalk {

    private static final int PEOPLE = 600;
    private static final Pattern LIST = Pattern.compile("name=\"list\" value=\"([A-Za-z0-9_-]+)\"");

    @Autowired
    Localities localities;

    @Test
    void sixHundredPeopleComeWithOneListAndAreFoundInAMoment() {
        var shown = timed("dry run of a list of 600", () -> upload(ImportTest.sheet(town())));
        assertThat(shown.body()).contains("新建 " + PEOPLE + " 人", "有误 0 行");
        var fields = new String[] {"list", found(LIST, shown.body()), "seen", seen(shown)};
        var done = timed("opening 600 accounts", () -> send("/admin/people/import/confirm", fields));
        assertThat(done.body()).contains("新建 " + PEOPLE + " 人");
        var again = timed("dry run of the same list", () -> upload(ImportTest.sheet(town())));
        assertThat(again.body()).contains("不变 " + PEOPLE + " 人");
        for (int warm = 0; warm < 20; warm++) {
            page("/admin/people");
        }
        var first = timed("first page", () -> page("/admin/people"));
        assertThat(first.body()).contains("第 1 页，共 ");
        assertThat(first.body().split("<td data-label=\"姓名\">")).hasSize(51);
        var last = timed("page 12 of a locality", () -> page("/admin/people?locality=ganshui&page=12"));
        assertThat(last.body()).contains("第 12 页");
        assertThat(timed("search", () -> page("/admin/people?q=" + who + "-599"))
                        .body())
                .contains("查到 1 人", who + "-599");
        assertThat(timed(
                                "search by unit and post",
                                () -> page("/admin/people?q=%E4%BA%8C%E5%B1%85+%E7%BD%91%E6%A0%BC%E5%91%98"))
                        .body())
                .contains("二居社区第一网格网格员");
        assertThat(page("/admin/people?page=1000").body()).contains("这一页没有内容");
        for (var wrong : new String[] {"state=NONE", "locality=nowhere", "page=0", "x=1", "q=" + "a".repeat(61)}) {
            assertThat(page("/admin/people?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    private <T> T timed(String what, Supplier<T> act) {
        var begin = System.nanoTime();
        var answer = act.get();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("%d people, %s: %d ms%n", PEOPLE, what, took.toMillis());
        assertThat(took).as(what).isLessThan(Duration.ofSeconds(30));
        return answer;
    }

    private String[][] town() {
        var posts = localities.get("ganshui").holdings().stream()
                .filter(h ->
                        h.post().code().equals("grid-worker") || h.post().code().equals("party-member"))
                .toList();
        var rows = new ArrayList<String[]>();
        for (int i = 0; i < PEOPLE; i++) {
            var holding = posts.get(i % posts.size());
            rows.add(new String[] {
                "居民" + i,
                who + "-" + i,
                "赶水镇",
                holding.unit().name(),
                holding.post().name()
            });
        }
        return rows.toArray(String[][]::new);
    }
}
