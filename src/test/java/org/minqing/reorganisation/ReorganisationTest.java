package org.minqing.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.OrganisationDraft;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessException;

/** The tree of a place is drafted, checked and put into force by its own people, and nothing that is in use goes with it. */
@MinqingTest
class ReorganisationTest extends Talk {

    private static final String PAGE = "/desk/organisation";
    private static final String KEEPER = "zhangjiashan-supervisor";
    private static final Pattern EDITION = Pattern.compile("name=\"edition\" value=\"(\\d+)\"");

    @Autowired
    Localities localities;

    @Autowired
    Holdings holdings;

    @Autowired
    InForce inForce;

    @Autowired
    InStep inStep;

    private OrganisationDraft before;
    private final Map<String, Session> sessions = new HashMap<>();

    @BeforeEach
    void aMorning() {
        time.set("2026-06-01T09:00");
        before = localities.draft("zhangjiashan");
    }

    /** The place is as it was. What was published stays, and what is published last on a day holds. */
    @AfterEach
    void asItWas() {
        jdbc.sql(
                        "update organisation_version set withdrawn_by = 'test', withdrawn_at = now() where withdrawn_at is null")
                .update();
        localities.use("zhangjiashan", before);
        inStep.follow();
    }

    private Session as(String person) {
        return sessions.computeIfAbsent(person, user -> Session.of(api, user));
    }

    private String shown(String path) {
        var answer = as(KEEPER).send("GET", path, null, "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> sends(String path, String... fields) {
        var form = new StringBuilder("x=");
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return as(KEEPER).submit(PAGE + path, form.toString(), PAGE);
    }

    private void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private String edition() {
        var found = EDITION.matcher(shown(PAGE));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** A smallest unit that has households, and its own posts. */
    private OrganisationDraft.Entry grid() {
        return before.entries().stream()
                .filter(entry -> entry.posts().contains("grid-worker"))
                .findFirst()
                .orElseThrow();
    }

    private void begun() {
        done(sends("/draft"));
    }

    private void added(String name) {
        done(sends(
                "/units/" + grid().parent() + "/below",
                "edition",
                edition(),
                "newName",
                name,
                "newLevel",
                grid().level(),
                "newPost",
                "grid-worker"));
    }

    private HttpResponse<String> published(String day) {
        return sends("/publication", "edition", edition(), "effectiveOn", day, "reorganisationReason", "党政会纪要");
    }

    private String codeOf(String name) {
        return localities.get("zhangjiashan").units().stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow()
                .code();
    }

    @Test
    void aNewGridIsThereFromItsDayOnForEverythingThatAsks() {
        begun();
        added("试验新网格");
        assertThat(shown(PAGE)).contains("试验新网格", "新增", "没有问题");
        assertThat(localities.get("zhangjiashan").units())
                .noneMatch(unit -> unit.name().equals("试验新网格"));
        done(published("2026-06-03"));
        inForce.tick();
        assertThat(localities.get("zhangjiashan").units())
                .noneMatch(unit -> unit.name().equals("试验新网格"));
        time.set("2026-06-03T00:00");
        inForce.tick();
        var code = codeOf("试验新网格");
        var group = code + "-grid-worker";
        assertThat(code).startsWith(grid().parent() + "-");
        assertThat(holdings.find(group)).isPresent();
        assertThat(count("select count(*) from act_id_group where id_ = ?", group))
                .isEqualTo(1);
        assertThat(count("select count(*) from holding where group_id = ?", group))
                .isEqualTo(1);
        assertThat(count("select count(*) from household_sight where group_id = ?", group))
                .isEqualTo(1);
        assertThat(api.get("/submit?locality=zhangjiashan").raw().body()).contains("试验新网格");
        var told = api.submit("""
                {"locality":"zhangjiashan","channel":"online","category":"other","description":"试验新网格的路面有坑",
                 "location":{"unit":"%s"}}""".formatted(code));
        assertThat(told.status()).as(told.raw().body()).isEqualTo(201);
        api.post("/api/track/" + told.json().path("trackingCode").asText() + "/withdrawal", "{}");
    }

    private int count(String sql, String value) {
        return jdbc.sql(sql).param(value).query(Integer.class).single();
    }

    @Test
    void whatHoldsFromTodayHoldsAtOnceAndANameIsAnotherEverywhere() {
        begun();
        done(sends("/units/" + grid().code(), post("edition", edition(), "unitName", "试验改名网格")));
        done(published("2026-06-01"));
        assertThat(localities
                        .get("zhangjiashan")
                        .unit(grid().code())
                        .orElseThrow()
                        .name())
                .isEqualTo("试验改名网格");
        assertThat(jdbc.sql("select name_ from act_id_group where id_ = ?")
                        .param(grid().code() + "-grid-worker")
                        .query(String.class)
                        .single())
                .isEqualTo("试验改名网格网格员");
        assertThat(shown(PAGE)).contains("党政会纪要", "2026-06-01 起");
    }

    /** What is brought into step anew takes from nobody what he had. */
    @Test
    void nobodyLosesARightByIt() {
        var rights = rights();
        begun();
        added("试验权利");
        done(published("2026-06-01"));
        assertThat(codeOf("试验权利")).isNotEmpty();
        assertThat(rights()).containsAll(rights);
    }

    private List<String> rights() {
        return jdbc.sql("""
                        select concat_ws(' ', resource_type_, resource_id_, group_id_, user_id_, perms_) from act_ru_authorization""").query(String.class).list();
    }

    /** With the posts that the unit has. */
    private String[] post(String... fields) {
        var all = new ArrayList<>(List.of(fields));
        grid().posts().forEach(post -> all.addAll(List.of("post", post)));
        return all.toArray(String[]::new);
    }

    @Test
    void whatIsInUseStays() {
        begun();
        done(sends("/units/" + grid().code() + "/end", "edition", edition()));
        assertThat(shown(PAGE)).contains(grid().name() + "不能撤销", "人在岗");
        var refused = published("2026-06-01");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("不能撤销");
        assertThat(localities.get("zhangjiashan").unit(grid().code())).isPresent();
    }

    @Test
    void aPostThatADecisionNeedsDoesNotGo() {
        begun();
        var desk = before.entries().stream()
                .filter(entry -> entry.posts().contains("dispatcher"))
                .findFirst()
                .orElseThrow();
        done(sends("/units/" + desk.code(), "edition", edition(), "unitName", desk.name()));
        assertThat(shown(PAGE)).containsAnyOf("诉求会没有人办", "is held by no unit");
        assertThat(published("2026-06-01").statusCode()).isEqualTo(400);
    }

    @Test
    void twoUnitsOfOneNameAreToldApartByNobody() {
        begun();
        added(grid().name());
        assertThat(shown(PAGE)).contains("有两个单位都叫");
        assertThat(published("2026-06-01").statusCode()).isEqualTo(400);
    }

    @Test
    void whoeverIsLateIsToldSoAndThereIsOneDraft() {
        begun();
        assertThat(sends("/draft").statusCode()).isEqualTo(409);
        var edition = edition();
        added("试验先到");
        assertThat(sends("/units/" + grid().code(), post("edition", edition, "unitName", "试验后到"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(shown(PAGE)).contains("试验先到").doesNotContain("试验后到");
    }

    @Test
    void whatWasPublishedIsTakenBackBeforeItsDayAndNeverAltered() {
        begun();
        added("试验撤回");
        done(published("2026-06-03"));
        var id = jdbc.sql("select max(id) from organisation_version")
                .query(Long.class)
                .single();
        assertThatThrownBy(() -> jdbc.sql("update organisation_version set tree = '{}' where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        done(sends("/withdrawal", "version", String.valueOf(id)));
        time.set("2026-06-04T00:00");
        inForce.tick();
        assertThat(localities.get("zhangjiashan").units())
                .noneMatch(unit -> unit.name().equals("试验撤回"));
        assertThat(sends("/withdrawal", "version", String.valueOf(id)).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhangjiashan-dispatcher", "zhangjiashan-grid-01", "zhangjiashan-auditor", "admin"})
    void toEverybodyElseItIsNotThere(String person) {
        assertThat(as(person).send("GET", PAGE, null, "text/html").statusCode()).isEqualTo(404);
        assertThat(as(person).submit(PAGE + "/draft", "x=").statusCode()).isEqualTo(404);
        begun();
        var other = as("shibu-supervisor").send("GET", PAGE, null, "text/html");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).doesNotContain(grid().name());
    }

    @ParameterizedTest
    @CsvSource({
        "effectiveOn,2026-05-31,请填今天",
        "effectiveOn,2028-01-01,请填今天",
        "effectiveOn,x,请填今天",
        "reorganisationReason,'',请写明依据"
    })
    void whatCannotBeIsNamedAtItsField(String field, String value, String said) {
        begun();
        var fields = new HashMap<>(Map.of("effectiveOn", "2026-06-02", "reorganisationReason", "纪要"));
        fields.put(field, value);
        var answer = sends(
                "/publication",
                "edition",
                edition(),
                "effectiveOn",
                fields.get("effectiveOn"),
                "reorganisationReason",
                fields.get("reorganisationReason"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"'',grid,请填单位名称", "试验,town,请选级别", "试验,nothing,请选级别"})
    void aUnitHasANameAndALevelBelowTheOneAbove(String name, String level, String said) {
        begun();
        var answer = sends(
                "/units/" + grid().parent() + "/below",
                "edition",
                edition(),
                "newName",
                name,
                "newLevel",
                level.equals("grid") ? grid().level() : level);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
    }

    /** What holds for a day is the last that was published for it or before. */
    @Test
    void aStartPutsIntoForceWhatHolds() {
        begun();
        added("试验重启");
        done(published("2026-06-01"));
        localities.use("zhangjiashan", before);
        var again = new InForce(
                new VersionRows(jdbc), localities, new StaticListableBeanFactory().getBeanProvider(InStep.class), time);
        assertThat(again.load()).isTrue();
        assertThat(codeOf("试验重启")).isNotEmpty();
        assertThat(again.load()).as("the same once more").isFalse();
    }
}
