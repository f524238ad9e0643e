package org.minqing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

@MinqingTest
class ShibuStoriesTest extends Story {

    private static final String GENERAL_BRANCH = "shibu-secretary-chengxi";
    private static final String SECRETARY = "shibu-secretary-jijiahe";

    @Test
    void pensionCheck() {
        time.set("2025-05-22T19:00");
        var appeal = submit("""
                {"locality":"shibu","channel":"phone","category":"pension","title":"养老金年度认证办不了",
                 "description":"老人只有按键手机，刷脸认证做不成，担心下个月领不到钱，请村里帮忙。",
                 "location":{"unit":"shibu-jijiahe-01","address":"村口东侧第二户"},
                 "resident":{"phone":"0911-555-0101"},"facts":{"vulnerable":true}}""");

        // The branch handles it itself, and the evening counts.
        assertThat(appeal.receipt().path("tier").asText()).isEqualTo("branchDirect");
        assertThat(appeal.receipt().path("urgency").asText()).isEqualTo("normal");
        assertThat(appeal.receipt().at("/promises/respondBy").asText()).isEqualTo("2025-05-23T19:00:00+08:00");
        assertThat(clock(SECRETARY, appeal, "响应").path("narration").asText())
                .isEqualTo("5月22日 19:00 起算，限 24 小时，不分昼夜连续计算，应于 5月23日 19:00 前响应；正在计时。");
        assertThat(track(appeal).at("/phases/0/name").asText()).isEqualTo("收集");

        time.pass("PT13H");
        complete(SECRETARY, "respondAppeal", appeal, """
                {"action":"responded","contactKind":"visit","contactWith":"resident","finding":"同驻村干部一早到老人家中，核对证件，当面教认证。"}""");
        complete(SECRETARY, "handleDirectly", appeal, """
                {"action":"done","outcome":"solved","result":"用支书手机代为拍照，年度认证当场通过，已告知明年办理时间。",
                 "evidenceKind":"document","evidence":"认证成功页面截图一张，老人签字。"}""");

        assertThat(clock(SECRETARY, appeal, "响应").path("narration").asText())
                .isEqualTo("5月22日 19:00 起算，限 24 小时，不分昼夜连续计算，应于 5月23日 19:00 前响应；5月23日 08:00 完成，按时。");
        assertThat(clock(SECRETARY, appeal, "响应").path("outcome").asText()).isEqualTo("按时");
        assertThat(clock(SECRETARY, appeal, "办结").path("outcome").asText()).isEqualTo("按时");
        assertThat(clock(SECRETARY, appeal, "办结").path("narration").asText())
                .isEqualTo("5月22日 19:00 起算，限 5 个工作日，双休日和放假日不计，调休上班日照计，应于 5月29日 19:00 前办结；5月23日 08:00 完成，按时。");
        // What an official can read aloud, line by line.
        assertThat(clock(SECRETARY, appeal, "办结").path("steps"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "5月22日 19:00 起算，限 5 个工作日，双休日和放假日不计，调休上班日照计。",
                        "5月22日 19:00 至 24:00，工作日，计 5 小时，累计 5 小时。",
                        "5月23日，工作日，计 1 个工作日，累计 1 个工作日 5 小时。",
                        "5月24日至25日，双休日，不计。",
                        "5月26日至28日，工作日，计 3 个工作日，累计 4 个工作日 5 小时。",
                        "5月29日 00:00 至 19:00，工作日，计 19 小时，累计 5 个工作日。",
                        "因此应于 5月29日 19:00 前办结。");
        var seen = track(appeal);
        assertThat(seen.path("status").asText()).isEqualTo("feedback");
        assertThat(step(seen, "上门走访").path("at").asText()).isEqualTo("2025-05-23T08:00:00+08:00");
        assertThat(step(seen, "已解决").path("who").asText()).contains("吉家河村").contains("支部书记");
    }

    @Test
    void parking() {
        time.set("2025-05-12T19:00");
        var appeal = submit("""
                {"locality":"shibu","channel":"record-book","category":"parking","title":"晚上回家找不到车位",
                 "description":"院内车位少，七点以后只能停到路边，挡了别人出门。记录册第三页第五行。",
                 "location":{"unit":"shibu-chengxi-1-01"},"facts":{"peopleAffected":120,"needsOtherUnits":true}}""");
        assertThat(appeal.receipt().path("tier").asText()).isEqualTo("departmentAssist");
        photographed("shibu-dispatcher", appeal, "added");

        time.pass("PT10H");
        // S0-21: after hours the day is the next on which the offices open, and until they close somebody leads it.
        assertThat(order(GENERAL_BRANCH, appeal, "claim").status()).isEqualTo(200);
        assertThat(clock(GENERAL_BRANCH, appeal, "领办").path("narration").asText())
                .isEqualTo(
                        "5月12日 19:00 起算，限 7 小时工作时间（工作日 08:30—12:00、14:30—18:00），应于 5月13日 18:00 前领办；5月13日 05:00 完成，按时。");
        assertThat(step(track(appeal), "已明确领办人").path("who").asText()).contains("支部书记");
        complete(GENERAL_BRANCH, "respondAppeal", appeal, """
                {"action":"responded","contactKind":"visit","contactWith":"resident","finding":"已到院里数过车位，由总支牵头，约物业和住建一起商量。"}""");
        // Lead and co-handlers: the branch secretary holds the task, and each post that helps has one of its own.
        assertThat(sheet(GENERAL_BRANCH, appeal).path("tierName").asText()).isEqualTo("部门协办");
        assertThat(sheet(GENERAL_BRANCH, appeal).path("channelName").asText()).isEqualTo("民意记录册");
        assertThat(as(GENERAL_BRANCH).hasTask("handleWithDepartment", appeal.number()))
                .isTrue();
        assertThat(as("shibu-construction").hasTask("handleWithDepartment", appeal.number()))
                .isFalse();
        assertThat(sheet(GENERAL_BRANCH, appeal).path("joint").findValuesAsText("who"))
                .containsExactlyInAnyOrder("住建和城市管理办公室住房和建设岗", "住建和城市管理办公室物业服务岗");
        assertThat(sheet(GENERAL_BRANCH, appeal).at("/joint/0/dueAt").asText()).isEqualTo("2025-05-20T05:00:00+08:00");
        // Whoever holds both posts answers for each.
        time.pass("P2D");
        complete("shibu-construction", "giveOpinion", appeal, """
                {"position":"needs","jointOpinion":"闲置空地可以划线，先要迁走建材。","figure":"22 个车位"}""");
        complete("shibu-construction", "giveOpinion", appeal, """
                {"position":"agreed","jointOpinion":"划线以后由物业企业维护。"}""");
        assertThat(sheet(GENERAL_BRANCH, appeal).path("joint").findValuesAsText("state"))
                .containsExactly("given", "given");

        time.pass("P6DT14H");
        // S0-22: the property firm, the housing office and residents' representatives at one table.
        complete(GENERAL_BRANCH, "handleWithDepartment", appeal, """
                {"action":"consulted","tookPart":"物业企业、住建部门、居民代表","heldAt":"2025-05-21T15:00",
                 "consultationOutcome":"三方碰头看过现场，同意把闲置空地划成车位。"}""");
        time.pass("P1D");
        assertThat(as(GENERAL_BRANCH)
                        .task("handleWithDepartment", appeal.number())
                        .path("mine")
                        .asBoolean())
                .isTrue();
        complete(GENERAL_BRANCH, "handleWithDepartment", appeal, """
                {"action":"progress","result":"已登门说明方案，划线施工排在下月上旬。"}""");
        // Told before it is solved: the resident sees it, the resolve clock goes on.
        var interim = track(appeal);
        assertThat(step(interim, "联合会商").path("what").asText())
                .isEqualTo("联合会商（物业企业、住建部门、居民代表，5月21日 15:00）：三方碰头看过现场，同意把闲置空地划成车位。");
        assertThat(step(interim, "阶段反馈：已登门").path("at").asText()).isEqualTo("2025-05-22T19:00:00+08:00");
        assertThat(interim.path("status").asText()).isEqualTo("handling");
        assertThat(interim.path("canRate").asBoolean()).isFalse();
        assertThat(interim.at("/promises/resolveBy/outcome").isNull()).isTrue();

        photographed(GENERAL_BRANCH, appeal, "before");
        time.pass("P20D");
        photographed(GENERAL_BRANCH, appeal, "after");
        assertThat(track(appeal).path("attachments").findValuesAsText("use"))
                .containsExactly("added", "before", "after");
        complete(GENERAL_BRANCH, "handleWithDepartment", appeal, """
                {"action":"done","outcome":"solved","result":"空地平整划线，新增车位22个，已开放使用。",
                 "evidenceKind":"figure","figureWhat":"新增车位","figureAmount":22,"figureUnit":"个"}""");
        // S0-24: the outcome is a number, and the resident reads it.
        assertThat(track(appeal).at("/result/figure").asText()).isEqualTo("新增车位 22 个");
        assertThat(sheet(GENERAL_BRANCH, appeal).at("/result/proof").asText()).isEqualTo("成果：新增车位 22 个");
        var result = step(track(appeal), "新增车位22个");
        assertThat(result.path("at").asText()).isEqualTo("2025-06-11T19:00:00+08:00");
        assertThat(result.path("what").asText())
                .startsWith("已解决")
                .contains("会办：住建和城市管理办公室")
                .doesNotContain("先要迁走建材");
        assertThat(clock(GENERAL_BRANCH, appeal, "响应").path("outcome").asText()).isEqualTo("按时");
        assertThat(clock(GENERAL_BRANCH, appeal, "办结").path("outcome").asText()).isEqualTo("按时");

        rate(appeal, 4, "现在回来晚也有地方停。");
        assertThat(track(appeal).path("status").asText()).isEqualTo("closed");
        assertThat(clock(GENERAL_BRANCH, appeal, "回访").path("outcome").asText()).isEqualTo("按时");
    }
}
