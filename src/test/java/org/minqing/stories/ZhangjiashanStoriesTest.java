package org.minqing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

@MinqingTest
class ZhangjiashanStoriesTest extends Story {

    private static final String COMMITTEE = "zhangjiashan-secretary-qiaotou";
    private static final String MEMBER = "zhangjiashan-volunteer";

    @Test
    void villageLights() {
        time.set("2025-03-10T09:00");
        var appeal = submit("""
                {"locality":"zhangjiashan","channel":"home-visit","type":"wish","category":"street-lighting","title":"进组的路没有灯",
                 "description":"天一黑路上什么也看不见，放学的孩子和老人都不敢走，想请村里装灯。",
                 "location":{"unit":"zhangjiashan-qiaotou-1-01"},
                 "facts":{"safetyRisk":true,"peopleAffected":150,"needsFunds":true,"needsOtherUnits":true}}""");
        assertThat(appeal.receipt().path("tier").asText()).isEqualTo("twoCommittees");
        time.pass("PT3H");
        complete("zhangjiashan-grid-01", "respondAppeal", appeal, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"沿路看过，约六百米没有照明，请两委会商量资金和点位。"}""");
        time.pass("PT21H");
        claim(COMMITTEE, "handleDirectly", appeal);
        assertThat(sheet(COMMITTEE, appeal).path("tierName").asText()).isEqualTo("两委会");
        assertThat(sheet(COMMITTEE, appeal).path("handlingUnitName").asText()).isEqualTo("桥头村");

        time.pass("P5D");
        complete(COMMITTEE, "handleDirectly", appeal, """
                {"action":"done","outcome":"solved","result":"装好太阳能路灯十八盏，当晚全部亮灯。","evidenceKind":"document","evidence":"夜间照片和验收单。"}""");
        assertThat(clock(COMMITTEE, appeal, "响应").path("outcome").asText()).isEqualTo("按时");
        assertThat(clock(COMMITTEE, appeal, "办结").path("narration").asText())
                .isEqualTo("3月10日 09:00 起算，限 15 个工作日，双休日和放假日不计，调休上班日照计，应于 3月31日 09:00 前办结；3月16日 09:00 完成，按时。");
        time.pass("P1D");
        rate(appeal, 5, "晚上出门心里踏实了。");
        assertThat(track(appeal).path("status").asText()).isEqualTo("closed");
    }

    /** The ladder of this street has four rungs of its own; a neighbouring town has others for the same facts. */
    @Test
    void ladderOfFour() {
        time.set("2025-03-10T09:00");
        assertThat(tier("zhangjiashan", "zhangjiashan-tangbian-1", "")).isEqualTo("memberImmediate");
        assertThat(tier("zhangjiashan", "zhangjiashan-tangbian-1", "\"needsFunds\":true"))
                .isEqualTo("twoCommittees");
        assertThat(tier("zhangjiashan", "zhangjiashan-tangbian-1", "\"needsPublicSupport\":true"))
                .isEqualTo("groupLeaders");
        assertThat(tier("zhangjiashan", "zhangjiashan-tangbian-1", "\"beyondStreet\":true"))
                .isEqualTo("streetDispatch");
        assertThat(tier("matou", "matou-xinhe-1-01", "\"needsPublicSupport\":true"))
                .isEqualTo("departmentAssist");
    }

    private String tier(String locality, String unit, String facts) {
        return submit("""
                {"locality":"%s","channel":"phone","category":"other","title":"公共设施损坏",
                 "description":"健身器材松动，请派人看看。","location":{"unit":"%s"},"facts":{%s}}""".formatted(locality, unit, facts))
                .receipt()
                .path("tier")
                .asText();
    }

    @Test
    void wasteGround() {
        time.set("2025-03-12T15:00");
        var appeal = submit("""
                {"locality":"zhangjiashan","channel":"phone","category":"sanitation","title":"空地成了垃圾堆",
                 "description":"屋后空地长期有人倒垃圾，气味难闻，苍蝇很多。",
                 "location":{"unit":"zhangjiashan-xinyuan-1"},"facts":{"peopleAffected":60}}""");
        assertThat(appeal.receipt().path("tier").asText()).isEqualTo("memberImmediate");

        // S4-17: leaders first, and then whoever volunteers. Claimed and not assigned.
        assertThat(order(MEMBER, appeal, "claim").status()).isEqualTo(409);
        assertThat(as("zhangjiashan-grid-02")
                        .task("respondAppeal", appeal.number())
                        .path("mine")
                        .asBoolean())
                .isFalse();
        time.pass("PT6H");
        var open = as("zhangjiashan-grid-02")
                .task("respondAppeal", appeal.number())
                .path("id")
                .asText();
        assertThat(order(MEMBER, appeal, "claim").status()).isEqualTo(200);
        assertThat(as("zhangjiashan-grid-02")
                        .post("/api/tasks/" + open + "/claim", "{}")
                        .status())
                .isEqualTo(409);
        complete(MEMBER, "respondAppeal", appeal, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"现场看过，大约三车垃圾，我来组织清理。"}""");
        assertThat(as(MEMBER)
                        .task("handleDirectly", appeal.number())
                        .path("mine")
                        .asBoolean())
                .isTrue();
        assertThat(step(track(appeal), "党员志愿者已接单").path("at").asText()).isEqualTo("2025-03-12T21:00:00+08:00");
        assertThat(step(track(appeal), "我来组织清理").path("who").asText())
                .contains("新园社区")
                .contains("党员志愿者");

        time.pass("P4DT18H");
        complete(MEMBER, "handleDirectly", appeal, """
                {"action":"done","outcome":"solved","result":"垃圾全部清运，空地平整后种上菜苗。","evidenceKind":"document","evidence":"清理前后对比照片。"}""");
        var result = step(track(appeal), "垃圾全部清运");
        assertThat(result.path("at").asText()).isEqualTo("2025-03-17T15:00:00+08:00");
        assertThat(result.path("who").asText()).contains("党员志愿者");
        assertThat(clock("zhangjiashan-grid-02", appeal, "响应").path("outcome").asText())
                .isEqualTo("按时");
        assertThat(clock("zhangjiashan-grid-02", appeal, "办结").path("outcome").asText())
                .isEqualTo("按时");
    }
}
