package org.minqing.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** The same header by role on every page of staff. */
@MinqingTest
class HeaderTest extends AppealRules {

    private static final Pattern NAVIGATION = Pattern.compile("<nav aria-label=\"[^\"]+\">(.*?)</nav>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\"[^>]*>([^<]+)</a>");

    @ParameterizedTest
    @CsvSource({
        "ganshui-grid-01,       待办 登记 地图 搜索 我",
        "ganshui-construction,  待办 地图 搜索 我",
        "ganshui-dispatcher,    待办 地图 搜索 我",
        "ganshui-caller,        待办 地图 搜索 我",
        "ganshui-registrar,     待办 登记 地图 搜索 我",
        "ganshui-supervisor,    待办 督办 地图 搜索 流程 我",
        "ganshui-auditor,       待办 台账 地图 搜索 我",
        "admin,                 首页 人员 通知 流程 我"
    })
    void eachRoleFindsWhatItMayOpenAndNothingElse(String user, String labels) {
        var person = Session.of(api, user);
        assertThat(links(person, "/desk")).extracting(link -> link.get(1)).containsExactly(labels.split(" "));
        assertThat(links(person, "/desk/me")).isEqualTo(links(person, "/desk"));
        assertThat(toTheEngine(user)).isEqualTo(links(person, "/desk"));
        for (var link : links(person, "/desk")) {
            assertThat(person.get(link.get(0)).statusCode()).as(link.get(0)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ganshui-supervisor, /desk, 待办",
        "ganshui-supervisor, /desk/tasks, 待办",
        "ganshui-supervisor, /desk/supervision/appeals, 督办",
        "ganshui-supervisor, /desk/me, 我",
        "ganshui-auditor, /desk/ledger/verify, 台账",
        "ganshui-auditor, /desk/map/wall, 地图",
        "ganshui-grid-01, /desk/report, 登记",
        "admin, /admin/people/acts, 人员"
    })
    void thePageThatIsOpenIsMarked(String user, String path, String label) {
        assertThat(navigation(Session.of(api, user), path))
                .containsOnlyOnce("aria-current")
                .containsPattern("aria-current=\"page\"[^>]*>" + label);
    }

    private List<List<String>> toTheEngine(String user) {
        return StreamSupport.stream(
                        api.as(user).get("/api/shell").json().path("links").spliterator(), false)
                .map(link ->
                        List.of(link.path("href").asText(), link.path("label").asText()))
                .toList();
    }

    private static List<List<String>> links(Session person, String path) {
        return LINK.matcher(navigation(person, path).replaceAll(" aria-current=\"page\"", ""))
                .results()
                .map(found -> List.of(found.group(1), found.group(2)))
                .toList();
    }

    private static String navigation(Session person, String path) {
        var html =
                person.send(person.request(path).header("Accept", "text/html")).body();
        var found = NAVIGATION.matcher(html);
        assertThat(found.find()).as(path).isTrue();
        return found.group(1);
    }
}
