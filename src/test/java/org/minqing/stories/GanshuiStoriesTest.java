package org.minqing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.support.MinqingTest;

@MinqingTest
class GanshuiStoriesTest extends Story {

    private static final String SECRETARY = "ganshui-secretary-shuanglong";
    private static final String VOLUNTEER = "ganshui-volunteer";
    private static final String NEIGHBOUR = "ganshui-volunteer-shuanglong";
    private static final String GRID = "ganshui-grid-01";
    private static final String COMMAND = "ganshui-dispatcher";
    private static final String CITY = "ganshui-city-mgmt";

    @Test
    void canal() {
        time.set("2025-06-03T07:20");
        var appeal = submit("""
                {"locality":"ganshui","channel":"wechat-group","category":"irrigation","title":"田边水渠淤堵",
                 "description":"渠道被泥石堵住，水过不来，眼看要误第二遍浇地。（语音转写）",
                 "location":{"unit":"ganshui-shuanglong-01","address":"东头水田"},"facts":{"peopleAffected":20}}""");
        assertThat(appeal.receipt().path("tier").asText()).isEqualTo("branchDirect");

        time.pass("PT30M");
        complete(SECRETARY, "respondAppeal", appeal, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"带两名党员志愿者到渠边，堵点三处，马上动手清淤。"}""");
        assertThat(clock(SECRETARY, appeal, "响应").path("narration").asText())
                .isEqualTo("6月3日 07:20 起算，限 24 小时，不分昼夜连续计算，应于 6月4日 07:20 前响应；6月3日 07:50 完成，按时。");
        assertThat(step(track(appeal), "两名党员志愿者").path("what").asText()).startsWith("到场查看");
        // S3-1: two volunteers take it on, each by his own consent; the village answers for it all the same.
        assertThat(order(VOLUNTEER, appeal, "claim").status()).isEqualTo(200);
        assertThat(order(NEIGHBOUR, appeal, "claim").status()).isEqualTo(409);
        assertThat(order(NEIGHBOUR, appeal, "join").status()).isEqualTo(200);
        assertThat(step(track(appeal), "党员志愿者已接单").path("who").asText()).isEqualTo("双龙村党员志愿者");
        assertThat(track(appeal).toString()).doesNotContain("周党员", "冯党员");
        assertThat(sheet(SECRETARY, appeal).path("handlingUnitName").asText()).isEqualTo("双龙村");

        time.pass("PT6H30M");
        complete(VOLUNTEER, "handleDirectly", appeal, """
                {"action":"done","outcome":"solved","result":"清出淤泥和石块，渠水已流到田头。","evidenceKind":"document","evidence":"通水视频一段。"}""");
        time.pass("PT1H");
        rate(appeal, 5, "水来得及时，辛苦大家。");
        var seen = track(appeal);
        assertThat(seen.path("status").asText()).isEqualTo("closed");
        assertThat(step(seen, "诉求办结").path("at").asText()).isEqualTo("2025-06-03T15:20:00+08:00");
        assertThat(step(seen, "居民评价非常满意").path("who").asText()).isEqualTo("居民");
    }

    @Test
    void squareLights() {
        time.set("2025-07-08T20:10");
        // The photo says where it was taken; what is kept does not.
        var appeal = submit("""
                {"locality":"ganshui","channel":"wechat-group","category":"street-lighting","title":"广场灯不亮",
                 "description":"广场上的灯接连熄了好几盏，跳舞的老人和玩耍的小孩容易摔跤。",
                 "location":{"unit":"ganshui-erju-01","address":"中心广场"},"attachments":["%s"],
                 "facts":{"safetyRisk":true,"peopleAffected":200,"vulnerable":true}}""".formatted(sent(resident, Sample.jpegWithPlace(1600, 1200, 6), "lamps.jpg")));
        // The risk raises the urgency: the same lamps without it would be an ordinary matter.
        assertThat(appeal.receipt().path("urgency").asText()).isEqualTo("urgent");
        assertThat(appeal.receipt().path("tier").asText()).isEqualTo("departmentAssist");
        assertThat(appeal.receipt().at("/promises/respondBy").asText()).isEqualTo("2025-07-08T22:10:00+08:00");
        assertThat(appeal.receipt().at("/promises/resolveBy").asText()).isEqualTo("2025-07-09T20:10:00+08:00");
        assertThat(submit("""
                {"locality":"ganshui","channel":"wechat-group","category":"street-lighting","title":"路灯偏暗",
                 "description":"有一盏路灯比别的暗。","location":{"unit":"ganshui-sanju-01"},"facts":{"peopleAffected":200}}""").receipt().path("urgency").asText()).isEqualTo("normal");

        // On the stroke of the limit is within it.
        time.pass("PT1H59M");
        time.set("2025-07-08T22:10");
        complete(GRID, "respondAppeal", appeal, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"现场清点，五盏不亮，像是线路问题，网格修不了，报指挥中心。"}""");
        assertThat(clock(GRID, appeal, "响应").path("outcome").asText()).isEqualTo("按时");
        assertThat(as(CITY).hasTask("handleWithDepartment", appeal.number())).isFalse();

        time.pass("PT30M");
        complete(COMMAND, "dispatchAppeal", appeal, """
                {"action":"dispatch","post":"city-management","note":"请带登高车检修线路。"}""");
        // To a post and not to a person: nobody holds the task yet.
        var sent = step(track(appeal), "派单至");
        assertThat(sent.path("what").asText())
                .contains("综合行政执法办公室")
                .contains("城市管理岗")
                .doesNotContain("赵");
        assertThat(as(CITY).task("handleWithDepartment", appeal.number())
                        .path("mine")
                        .asBoolean())
                .isFalse();

        time.pass("PT17H30M");
        complete(CITY, "handleWithDepartment", appeal, """
                {"action":"done","outcome":"solved","result":"更换老化电缆和五盏灯具，天黑前试灯正常。","evidenceKind":"document","evidence":"检修单和亮灯照片。"}""");
        assertThat(clock(CITY, appeal, "办结").path("narration").asText())
                .isEqualTo("7月8日 20:10 起算，限 24 小时，不分昼夜连续计算，应于 7月9日 20:10 前办结；7月9日 16:10 完成，按时。");

        time.pass("PT5H");
        adds(appeal, Sample.film("qt  "), "IMG_2025.MOV");
        assertThat(sheet(CITY, appeal).path("attachments").findValuesAsText("label"))
                .containsExactly("反映时所附的照片", "后来补充的视频");
        rate(appeal, 5, "拍了一段视频，灯全亮了，广场又热闹起来。");
        var seen = track(appeal);
        assertThat(seen.path("status").asText()).isEqualTo("closed");
        assertThat(step(seen, "诉求办结").path("at").asText()).isEqualTo("2025-07-09T21:10:00+08:00");
        assertThat(clock(CITY, appeal, "回访").path("outcome").asText()).isEqualTo("按时");
        // Closing evidence from the resident himself.
        assertThat(step(sheet(COMMAND, appeal), "居民评价非常满意").path("what").asText())
                .contains("拍了一段视频");
    }
}
