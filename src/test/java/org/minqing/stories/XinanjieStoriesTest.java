package org.minqing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

@MinqingTest
class XinanjieStoriesTest extends Story {

    private static final String GRID = "xinanjie-grid-01";
    private static final String PROPERTY = "xinanjie-property";
    private static final String DESK = "xinanjie-registrar";

    @Test
    void heating() {
        // A Sunday evening.
        time.set("2025-01-12T18:30");
        var appeal = submit("""
                {"locality":"xinanjie","channel":"patrol","category":"heating","title":"独居老人家中暖气不热",
                 "description":"楼长代为反映：老人独自居住，屋里暖气片摸着是凉的，夜里怕冻着。",
                 "location":{"unit":"xinanjie-1-01-a-1","address":"一单元底层"},
                 "resident":{"name":"住户老人","phone":"0357-555-0102"},
                 "facts":{"lineCut":true,"vulnerable":true,"needsOtherUnits":true}}""");
        assertThat(appeal.receipt().path("urgency").asText()).isEqualTo("urgent");
        assertThat(appeal.receipt().path("tier").asText()).isEqualTo("departmentAssist");
        assertThat(appeal.receipt().at("/promises/respondBy").asText()).isEqualTo("2025-01-12T20:30:00+08:00");
        assertThat(appeal.receipt().at("/promises/resolveBy").asText()).isEqualTo("2025-01-13T18:30:00+08:00");

        // Reported by another person: the words are his, the person to be called is she.
        assertThat(sheet(DESK, appeal).path("description").asText()).startsWith("楼长代为反映");
        assertThat(sheet(DESK, appeal).path("channelName").asText()).isEqualTo("网格巡查");
        var contact = as(DESK).post("/api/appeals/" + appeal.number() + "/contact", """
                {"purpose":"核实是否需要先送取暖设备"}""");
        assertThat(contact.json().path("phone").asText()).isEqualTo("0357-555-0102");

        // Two levels up from the building stands the grid, and its head has it five minutes later.
        time.pass("PT5M");
        complete(GRID, "respondAppeal", appeal, """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"中心户已说明情况，电话问过老人，先送电暖器，再请物业检修。"}""");
        time.pass("PT1H55M");
        complete(PROPERTY, "handleWithDepartment", appeal, """
                {"action":"done","outcome":"solved","result":"清洗滤网、更换阀门，暖气片恢复发热。","coHandlers":"社区居委会",
                 "evidence":"室温计读数照片，老人当面确认。"}""");

        // The upward relay is on the timeline, each step with its unit and post.
        var seen = track(appeal);
        var decided = step(seen, "判定为急");
        var relayed = step(seen, "中心户已说明情况");
        var repaired = step(seen, "更换阀门");
        assertThat(decided.path("what").asText()).contains("环境物业组").contains("物业服务岗");
        assertThat(relayed.path("who").asText()).contains("第一网格").contains("网格员");
        assertThat(relayed.path("at").asText()).isEqualTo("2025-01-12T18:35:00+08:00");
        assertThat(repaired.path("who").asText()).contains("环境物业组").contains("物业服务岗");
        assertThat(repaired.path("what").asText()).contains("会同：社区居委会");
        assertThat(repaired.path("at").asText()).isEqualTo("2025-01-12T20:30:00+08:00");

        // Urgent limits run around the clock.
        assertThat(clock(GRID, appeal, "响应").path("narration").asText())
                .isEqualTo("1月12日 18:30 起算，限 2 小时，不分昼夜连续计算，应于 1月12日 20:30 前响应；1月12日 18:35 完成，按时。");
        assertThat(clock(GRID, appeal, "办结").path("narration").asText())
                .isEqualTo("1月12日 18:30 起算，限 24 小时，不分昼夜连续计算，应于 1月13日 18:30 前办结；1月12日 20:30 完成，按时。");
    }
}
