package org.minqing.household.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.minqing.household.HouseholdTalk;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Each household has a colour by itself, with its reason and its history; what it owes to people is for those alone who may know. */
@MinqingTest
class HouseholdColoursTest extends HouseholdTalk {

    private static final String SECRETARY = "shibu-secretary-chengxi";
    private static final String PEOPLE = "家里有人要关心";

    @Autowired
    ColourSweep sweep;

    @Autowired
    ColourRows rows;

    @Test
    void timeThatPassesChangesTheColourByItselfAndAVisitChangesItBackAtOnce() {
        var at = opened(WORKER);
        assertThat(shown(WORKER, at)).contains("绿色", "目前没有要紧的情况", "颜色的变化（2 次）");
        time.set("2026-05-06T10:00");
        sweep.run();
        assertThat(shown(WORKER, at)).as("29 days").contains("颜色的变化（2 次）");
        time.set("2026-05-07T10:00");
        sweep.run();
        sweep.run();
        assertThat(shown(WORKER, at))
                .contains("颜色的变化（3 次）")
                .containsSubsequence(
                        "黄色", "一个月没有联系", "2026-05-07 10:00", "绿色", "→", "黄色", "一个月没有联系", "2026-04-07 10:00");
        assertThat(jdbc.sql(
                                "select rule from household_colour where household = ?::uuid and risk = 'time' order by place")
                        .param(id(at))
                        .query(String.class)
                        .list())
                .containsExactly("rule_defaultCalm", "rule_waits");
        done(sends(WORKER, at + "/contact", "contactDay", "2026-05-07"));
        assertThat(shown(WORKER, at)).contains("颜色的变化（4 次）").containsSubsequence("绿色", "目前没有要紧的情况", "2026-05-07 10:00");
    }

    @Test
    void aNeedThatIsDueAndNotSeenToGivesAColourOfItsOwn() {
        var at = opened(WORKER);
        // The seventh of April 2026 is a Tuesday.
        done(sends(WORKER, at + "/needs", "what", "代购降压药", "rhythm", "weekly", "weekday", "3"));
        time.set("2026-04-08T10:00");
        sweep.run();
        assertThat(shown(WORKER, at)).as("on the day").doesNotContain("需求到期");
        time.set("2026-04-09T10:00");
        sweep.run();
        assertThat(shown(WORKER, at)).contains("蓝色", "登记的需求到期还没有办");
    }

    @Test
    void anAppealThatIsLateMakesItPressingAndOneAboutStaffTellsNothing() {
        var at = opened(WORKER);
        var about = opened(WORKER);
        var number = number();
        var hidden = number();
        as("shibu-dispatcher").submit("/desk/appeals/" + hidden + "/subject", "subject=shibu-grid-02");
        done(sends(WORKER, at + "/appeals", "appeal", number));
        done(sends(SECRETARY, about + "/appeals", "appeal", hidden));
        time.set("2026-04-20T10:00");
        sweep.run();
        assertThat(shown(WORKER, at)).contains("红色", "有诉求已超时").doesNotContain(PEOPLE);
        assertThat(shown(WORKER, about)).contains("绿色").doesNotContain("已超时");
        done(sends(WORKER, at + "/appeals/removal", "appeal", number));
        assertThat(shown(WORKER, at)).containsSubsequence("绿色", "目前没有要紧的情况", "颜色的变化");
    }

    @Test
    void whoMayNotSeeWhatIsSensitiveIsShownTheRiskOfTimeAlone() {
        var address = address();
        var at = opened(WORKER, "address", address, "lng", "109.9", "lat", "35.6", "coordinates", "gcj02");
        done(sends(WORKER, at + "/members/new", "fullName", "某人", "relation", "女儿", "groups", "disability"));
        for (var person : List.of(WORKER, "shibu-livelihood")) {
            assertThat(shown(person, at))
                    .as(person)
                    .contains(">人的风险<", PEOPLE, "黄色")
                    .doesNotContain("残疾");
            assertThat(found(person, address, "yellow")).as(person).contains(id(at));
            assertThat(found(person, address, "green")).as(person).doesNotContain(id(at));
            assertThat(symbol(person, at)).as(person).isEqualTo("yellow");
        }
        assertThat(shown(SECRETARY, at)).contains("绿色", "目前没有要紧的情况").doesNotContain(">人的风险<", PEOPLE, "黄色");
        assertThat(found(SECRETARY, address, "yellow")).doesNotContain(id(at));
        assertThat(found(SECRETARY, address, "green")).contains(id(at));
        assertThat(symbol(SECRETARY, at)).isEqualTo("green");
        // With a purpose he still has not the grant.
        assertThat(looked(SECRETARY, at)).doesNotContain(PEOPLE, ">人的风险<");
    }

    @Test
    void whoMovesAwayTakesHisRiskWithHim() {
        var at = opened(WORKER);
        done(sends(WORKER, at + "/members/new", "fullName", "某人", "relation", "孙子", "groups", "left-behind"));
        assertThat(shown(WORKER, at)).contains("红色", "家里有人要特别关心");
        done(sends(WORKER, at + "/members/" + members(WORKER, at).get(1) + "/end", "version", version(at)));
        assertThat(shown(WORKER, at))
                .contains("颜色的变化（4 次）")
                .containsSubsequence("绿色", "目前没有要紧的情况", "红色", "→", "绿色", "目前没有要紧的情况");
    }

    @Test
    void theLegendIsPublishedAndAnUnknownColourIsRefused() {
        assertThat(shown(WORKER, LIST)).contains("颜色的意思", "重点关心，马上有人联系", "有需求到期，按约定上门");
        assertThat(shown(WORKER, "/desk/map?layer=households&colour=red")).contains("红色：重点关心，马上有人联系");
        wrong(sends(WORKER, LIST, "colour", "purple"), "没有这个颜色");
        assertThat(shown("ganshui-grid-01", LIST)).contains("平稳，按期联系").doesNotContain("有需求到期");
        assertThat(shown("matou-grid-01", LIST)).contains("橙色").doesNotContain("绿色");
    }

    /** No dump tells whose people are at risk, and the engine's history does not know what was asked. */
    @Test
    void theRiskOfPeopleIsEncryptedAndNoneOfItIsEverAltered() {
        var at = opened(WORKER);
        done(sends(WORKER, at + "/members/new", "fullName", "某人", "relation", "女儿", "groups", "disability"));
        assertThat(stored.count(
                        "select count(*) from household_colour where household = ?::uuid and risk = 'person' and colour is null",
                        id(at)))
                .isEqualTo(2);
        for (var told : List.of(PEOPLE, "personRaised", "yellow")) {
            assertThat(stored.count(
                            "select count(*) from household_colour t where household = ?::uuid and (t::text like ? or t::text like ?)",
                            id(at),
                            "%" + told + "%",
                            "%" + HexFormat.of().formatHex(told.getBytes(StandardCharsets.UTF_8)) + "%"))
                    .as(told)
                    .isZero();
        }
        assertThat(stored.count("select count(*) from act_hi_decinst where dec_def_key_ = 'householdColour'"))
                .isZero();
        for (var change : List.of(
                "update household_colour set colour = 'red' where household = ?::uuid",
                "update household_colour set coloured_at = now() where household = ?::uuid",
                "delete from household_colour where household = ?::uuid")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(id(at)).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(rows.history(UUID.fromString(id(at)), List.of(Risk.PERSON)))
                .extracting(one -> one.verdict().reason())
                .containsExactly(PEOPLE, "目前没有要紧的情况");
    }

    /** What was not done is found by whoever comes next, and one that cannot be read does not stop the others. */
    @Test
    void theSweepGoesOnWhereItWas() {
        var first = opened(WORKER);
        var second = opened(WORKER);
        var broken = UUID.randomUUID();
        jdbc.sql("""
                insert into household_member (id, household, secret, secret_key, secret_algorithm)
                select ?, household, '\\x00', secret_key, secret_algorithm from household_member where household = ?::uuid""").params(broken, id(first)).update();
        try {
            time.set("2026-05-20T10:00");
            sweep.run();
            assertThat(shown(WORKER, second)).contains("一个月没有联系");
        } finally {
            jdbc.sql("delete from household_member where id = ?").param(broken).update();
        }
        assertThat(shown(WORKER, first)).doesNotContain("一个月没有联系");
        sweep.run();
        assertThat(shown(WORKER, first)).contains("一个月没有联系");
    }

    private String found(String person, String address, String colour) {
        var answer = sends(person, LIST, "addressWords", address, "colour", colour);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String symbol(String person, String at) {
        return StreamSupport.stream(
                        api.as(person)
                                .get("/api/map?layer=households")
                                .json()
                                .path("marks")
                                .spliterator(),
                        false)
                .filter(mark -> mark.path("href").asText().equals(at))
                .map(mark -> mark.path("symbol"))
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }
}
