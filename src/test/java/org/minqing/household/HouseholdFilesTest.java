package org.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.position.CoordinateSystem;
import org.minqing.position.Position;
import org.minqing.support.MinqingTest;
import org.springframework.dao.DataAccessException;

/** One file for each household: who lives there, what they need, what was noted, who looks after them, and what they told. */
@MinqingTest
class HouseholdFilesTest extends HouseholdTalk {

    @Test
    void aFileIsOpenedFilledAndReadFromTheHouseholdToThePersonToTheMatter() {
        var address = address();
        var at = opened(WORKER, "address", address, "fullName", "秋实甲", "born", "1946", "telephone", "0911-000-7001");
        done(sends(
                WORKER,
                at + "/members/new",
                "fullName",
                "秋实乙",
                "relation",
                "孙子",
                "born",
                "2019-05-01",
                "groups",
                "left-behind"));
        done(sends(WORKER, at + "/needs", "what", "测量血压", "rhythm", "weekly", "weekday", "3"));
        done(sends(WORKER, at + "/notes", "line", "夜里起身不方便"));
        var number = number();
        var member = members(WORKER, at).get(0);
        done(sends(WORKER, at + "/appeals", "appeal", number, "about", member));

        var plain = shown(WORKER, at);
        assertThat(plain)
                .contains(address, "秋实甲", "户主", "每周三", "家庭成员（2 人）", "记录（1 条）", number, "楼道灯坏了", "按岗位")
                .doesNotContain("测量血压", "夜里起身", "0911-000-7001", "1946", "秋实乙", "留守儿童");
        assertThat(looked(WORKER, at))
                .contains("测量血压", "夜里起身不方便", "0911-000-7001", "1946", "秋实乙", "留守儿童", "这次查看已经记录在案");
        assertThat(shown(WORKER, at)).as("the next page").doesNotContain("测量血压", "0911-000-7001");

        done(sends(WORKER, at + "/appeals/removal", "appeal", number));
        assertThat(shown(WORKER, at)).doesNotContain(number);
        done(sends(WORKER, at + "/contact", "contactDay", "2026-04-06"));
        assertThat(shown(WORKER, at)).contains("2026-04-06", "1 天前");
    }

    @Test
    void aHouseholdIsFoundByUnitAddressWholeNameGroupDaysAndWhoIsResponsible() {
        var address = address();
        var at = opened(WORKER, "address", address, "fullName", "寻见 人", "unit", "shibu-chengxi-1-02");
        done(sends(
                WORKER,
                at + "/members/" + members(WORKER, at).get(0),
                "fullName",
                "寻见·人",
                "relation",
                "户主",
                "groups",
                "living-alone",
                "version",
                version(at)));
        for (var asked : List.of(
                new String[] {"addressWords", address},
                new String[] {"memberName", "寻见人", "addressWords", address},
                new String[] {"keyGroup", "living-alone", "addressWords", address},
                new String[] {"days", "30", "addressWords", address},
                new String[] {"responsible", WORKER, "addressWords", address},
                new String[] {"unit", "shibu-chengxi-1", "addressWords", address})) {
            assertThat(found(asked)).as(List.of(asked).toString()).contains(id(at), "查到 1 户");
        }
        done(sends(WORKER, at + "/contact", "contactDay", "2026-04-01"));
        for (var asked : List.of(
                new String[] {"addressWords", address + "乙"},
                new String[] {"memberName", "寻见", "addressWords", address},
                new String[] {"keyGroup", "served", "addressWords", address},
                new String[] {"days", "30", "addressWords", address},
                new String[] {"responsible", "shibu-grid-02", "addressWords", address},
                new String[] {"unit", "shibu-chengxi-2", "addressWords", address})) {
            assertThat(sends(WORKER, LIST, asked).body())
                    .as(List.of(asked).toString())
                    .doesNotContain(id(at));
        }
        wrong(sends(WORKER, LIST, "keyGroup", "nothing-of-that-kind"), "没有这个重点群体");
        wrong(sends(WORKER, LIST, "days", "x"), "请填天数");
    }

    private String found(String... asked) {
        var answer = sends(WORKER, LIST, asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @CsvSource({
        "unit, shibu, 请选到最小的单位",
        "unit, shibu-chengxi-1, 请选到最小的单位",
        "unit, nowhere, 请选到最小的单位",
        "unit, shibu-jijiahe-01, 不归您建档",
        "address, '', 请填地址",
        "born, 2026-04-08, 不能晚于今天",
        "born, 2027, 不能晚于今天",
        "born, 1899, 请填出生年份",
        "born, 2019-02-30, 请填出生年份",
        "since, 2026-04-08, 不能晚于今天",
        "telephone, abc, 完整的电话号码",
        "fullName, '', 请填姓名",
        "worker, shibu-grid-02, 不在这个单位担任",
        "worker, shibu-auditor, 不在这个单位担任",
        "covering, shibu-grid-01, 不在这个单位担任"
    })
    void whatCannotBeIsSaidAtItsFieldAndNothingIsStored(String field, String value, String said) {
        var before = stored.rows();
        wrong(sends(WORKER, LIST + "/new", household(field, value)), said);
        assertThat(stored.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "109.9, 35.6, wgs84, ''",
        "35.6, 109.9, wgs84, 经度和纬度填反了",
        "120.1, 30.2, gcj02, 不在石堡镇范围内",
        "109.9, '', wgs84, 要一起填",
        "109.9, 35.6, '', 请选择坐标系",
        "109.9, 35.6, mercator, 没有这个坐标系",
        "109.9x, 35.6, wgs84, 请填经度"
    })
    void aPointLiesInTheLocalityAndSaysInWhichCoordinates(String lng, String lat, String coordinates, String said) {
        var answer = sends(WORKER, LIST + "/new", household("lng", lng, "lat", lat, "coordinates", coordinates));
        if (said.isEmpty()) {
            done(answer);
        } else {
            wrong(answer, said);
        }
    }

    @Test
    void oneHouseholdHasOneAddressAndOneUnit() {
        var address = address();
        opened(WORKER, "address", address);
        wrong(sends(WORKER, LIST + "/new", household("address", address + " ", "unit", "shibu-chengxi-1-02")), "已经有一户");
        wrong(
                sends("shibu-grid-02", LIST + "/new", household("address", address, "unit", "shibu-jijiahe-01")),
                "已经有一户");
    }

    @Test
    void twoOwnersOfOneKindAtOnceAreRefusedByTheDatabaseAndTheHistoryStays() {
        var at = opened(WORKER, "worker", WORKER, "covering", "shibu-volunteer");
        assertThat(shown(WORKER, at)).contains("责任网格员", "联系党员", "2026-04-07 起");
        for (var second : List.of("2026-04-07", "2030-01-01")) {
            assertThatThrownBy(() -> jdbc.sql("""
                            insert into household_owner (household, kind, person, from_day, changed_by, changed_at)
                            values (?::uuid, 'covering', 'shibu-grid-02', ?::date, 'x', now())""").params(id(at), second).update())
                    .isInstanceOf(DataAccessException.class);
        }
        time.pass("P10D");
        done(sends(
                WORKER, at + "/change", household("address", addressOf(at), "version", version(at), "covering", "")));
        assertThat(shown(WORKER, at)).contains("以前的责任人", "2026-04-07 – 2026-04-17");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into household_owner (household, kind, person, from_day, until_day, changed_by, changed_at)
                        values (?::uuid, 'covering', 'shibu-grid-02', '2026-04-10', '2026-04-11', 'x', now())""").param(id(at)).update()).isInstanceOf(DataAccessException.class);
    }

    private String addressOf(String at) {
        return jdbc.sql("select address from household where id = ?::uuid")
                .param(id(at))
                .query(String.class)
                .single();
    }

    @Test
    void ofTwoWhoChangeItAtOnceTheSecondIsToldAndKeepsWhatHeTyped() {
        var at = opened(WORKER);
        var read = version(at);
        var first = address();
        done(sends(WORKER, at + "/change", household("address", first, "version", read)));
        var late = sends("shibu-secretary-chengxi", at + "/change", household("address", "试验巷迟到号", "version", read));
        assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
        assertThat(late.body()).contains("别人刚刚改过这一户", "试验巷迟到号", "现在登记的地址是：" + first);
        assertThat(addressOf(at)).isEqualTo(first);
        var member = members(WORKER, at).get(0);
        var lateMember = sends(WORKER, at + "/members/" + member, "fullName", "迟到", "relation", "户主", "version", read);
        assertThat(lateMember.statusCode()).isEqualTo(409);
        assertThat(lateMember.body()).contains("迟到");
    }

    @Test
    void whoMovedAwayIsFoundNoMoreAndTheFileStays() {
        var address = address();
        var at = opened(WORKER, "address", address);
        wrong(sends(WORKER, at + "/end", "version", version(at)), "请写明原因");
        done(sends(WORKER, at + "/end", "version", version(at), "endReason", "整户迁往外地"));
        assertThat(sends(WORKER, LIST, "addressWords", address).body()).doesNotContain(id(at));
        assertThat(shown(WORKER, at)).contains("2026-04-07 迁出或销户", "整户迁往外地");
        opened(WORKER, "address", address);
        assertThat(sends(WORKER, at + "/contact", "contactDay", "2026-04-07").statusCode())
                .isEqualTo(409);
    }

    @Test
    void aNoteIsNeverAlteredOrDeleted() {
        var at = opened(WORKER);
        done(sends(WORKER, at + "/notes", "line", "第一条"));
        wrong(sends(WORKER, at + "/notes", "line", " "), "请写记录");
        wrong(sends(WORKER, at + "/notes", "line", "字".repeat(501)), "不能超过 500 个字");
        for (var change : List.of(
                "update household_note set secret = '\\x00' where household = ?::uuid",
                "update household_note set written_as = 'x' where household = ?::uuid",
                "delete from household_note where household = ?::uuid")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(id(at)).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(looked(WORKER, at)).contains("第一条");
    }

    @Test
    void anAppealIsTiedByWhoSeesBothAndShownToThoseAlone() {
        var at = opened(WORKER);
        wrong(sends(WORKER, at + "/appeals", "appeal", "SB-20990101-0001"), "没有这件诉求");
        var hidden = number();
        as("shibu-dispatcher").submit("/desk/appeals/" + hidden + "/subject", "subject=" + WORKER);
        wrong(sends(WORKER, at + "/appeals", "appeal", hidden), "没有这件诉求");
        done(sends("shibu-secretary-chengxi", at + "/appeals", "appeal", hidden));
        assertThat(shown("shibu-secretary-chengxi", at)).contains(hidden);
        assertThat(shown(WORKER, at)).doesNotContain(hidden);
        assertThat(sends(WORKER, at + "/appeals/removal", "appeal", hidden).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theFirstPageTellsHowManyOneHasAndWithHowManyNobodyWasForLong() {
        var before = home();
        var at = opened(WORKER);
        var with = home();
        assertThat(with[0]).isEqualTo(before[0] + 1);
        assertThat(with[1]).isEqualTo(before[1] + 1);
        done(sends(WORKER, at + "/contact", "contactDay", "2026-04-07"));
        assertThat(home()).containsExactly(with[0], before[1]);
        done(sends(
                WORKER, at + "/change", household("address", addressOf(at), "version", version(at), "worker", WORKER)));
        assertThat(home()).containsExactly(with[0], before[1]);
        assertThat(shown("shibu-volunteer", "/desk")).doesNotContain("我的住户");
    }

    private int[] home() {
        var home = shown(WORKER, "/desk");
        return new int[] {figure(home, "负责的住户"), figure(home, "30 天以上没有联系")};
    }

    private static int figure(String home, String label) {
        return Integer.parseInt(home.replaceAll("(?s).*<b>(\\d+)</b> <span>" + label + ".*", "$1"));
    }

    /** The same households as in his list, with the groups that it shows, and in the degrees of the map. */
    @Test
    void theMapShowsWhatHisListShowsAndNothingSensitive() {
        var at = opened(WORKER, "lng", "109.9", "lat", "35.6", "coordinates", "gcj02");
        done(sends(
                WORKER,
                at + "/members/new",
                "fullName",
                "某人",
                "relation",
                "女儿",
                "groups",
                "living-alone",
                "groups",
                "disability"));
        var mark = mark(WORKER, at);
        assertThat(mark.path("words").toString())
                .contains("独居老人", "久未联系", "没有联系党员")
                .doesNotContain("残疾", "某人");
        var shifted = new Position(mark.path("lng").asDouble(), mark.path("lat").asDouble(), CoordinateSystem.WGS84)
                .in(CoordinateSystem.GCJ02);
        assertThat(shifted.lng()).isCloseTo(109.9, within(0.00001));
        assertThat(shifted.lat()).isCloseTo(35.6, within(0.00001));
        assertThat(shown(WORKER, "/desk/map?layer=households&contact=waiting"))
                .contains(at, "户没有标位置")
                .doesNotContain("外圈", "诉求；分件");
        // From one to the other he goes by a link: what narrows one the other does not know.
        assertThat(shown(WORKER, "/desk/map?state=overdue&unit=" + UNIT))
                .contains("/desk/map?layer=households&amp;unit=" + UNIT + "\"");
        assertThat(mark("shibu-grid-02", at).isMissingNode()).isTrue();
        for (var nobody : List.of("shibu-volunteer", "shibu-auditor", "shibu-supervisor")) {
            assertThat(api.as(nobody).get("/api/map?layer=households").raw().body())
                    .doesNotContain(at);
        }
    }

    private JsonNode mark(String person, String at) {
        return StreamSupport.stream(
                        api.as(person)
                                .get("/api/map?layer=households")
                                .json()
                                .path("marks")
                                .spliterator(),
                        false)
                .filter(mark -> mark.path("href").asText().equals(at))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static Offset<Double> within(double degrees) {
        return Offset.offset(degrees);
    }
}
