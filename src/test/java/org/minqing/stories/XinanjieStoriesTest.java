package org.minqing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

@MinqingTest
class XinanjieStoriesTest extends Story {

    private static final String GRID = "xinanjie-grid-01";
    private static final String PROPERTY = "xinanjie-property";
    private static final String RESPONDENT = "xinanjie-secretary-1";
    private static final String HANDLER = "xinanjie-secretary-1";
    private static final String HANDLING = "handleDirectly";
    private static final String SUPERVISOR = "xinanjie-supervisor";
    private static final String DESK = "xinanjie-registrar";

    /** S0-23, S2-16: adopted into a plan is not solved, and everybody can see that. */
    @Test
    void careSuggestion() {
        time.set("2025-06-20T16:00");
        var appeal = submit("""
                {"locality":"xinanjie","channel":"talk-corner","type":"suggestion","category":"elder-care","title":"想有更好的居家养老服务",
                 "description":"社区老人多，希望有人上门照护，平时也有地方活动。","location":{"unit":"xinanjie-1"},
                 "facts":{"peopleAffected":300}}""");
        time.pass("P1D");
        complete(RESPONDENT, "respondAppeal", appeal, """
                {"action":"responded","contactKind":"visit","contactWith":"resident","finding":"在恳谈角听取了意见，带回社区研究。"}""");
        time.pass("P4D");
        var path = "/api/track/" + appeal.code() + "/rating";
        complete(HANDLER, HANDLING, appeal, """
                {"action":"done","outcome":"planned","result":"居家养老上门照护和老人活动室列入下半年计划。","planUntil":"2025-12-31"}""");

        var planned = track(appeal);
        assertThat(planned.path("statusName").asText()).isEqualTo("已列入计划，预计2025年12月31日前完成");
        assertThat(planned.at("/result/name").asText()).isEqualTo("纳入计划");
        assertThat(planned.at("/result/plan/feedbackBy").asText()).isEqualTo("2025年7月10日");
        assertThat(planned.at("/result/asked").asText()).isEqualTo("accepted");
        assertThat(planned.toString()).doesNotContain("已解决");
        // Nobody can say of a plan that it is solved; that he does not accept it is kept, and the plan goes on.
        assertThat(resident.post(path, "{\"grade\":3,\"resolved\":true,\"contacted\":true}")
                        .status())
                .isEqualTo(400);
        assertThat(resident.post(path, "{\"grade\":2,\"accepted\":false,\"contacted\":true,\"comment\":\"等到年底太久\"}")
                        .status())
                .isEqualTo(200);
        assertThat(track(appeal).path("status").asText()).isEqualTo("planned");
        assertThat(step(track(appeal), "不接受答复").path("what").asText()).contains("等到年底太久");

        // The resident hears nothing for fifteen days: a supervisor asks.
        time.pass("P16D");
        assertThat(as(SUPERVISOR).hasTask("supervisePlan", appeal.number())).isTrue();
        complete(SUPERVISOR, "supervisePlan", appeal, """
                {"instruction":"本周内向居民反馈选址进展。"}""");
        complete(HANDLER, "followPlan", appeal, """
                {"action":"progress","result":"活动室选址已定，照护队伍正在招募。"}""");
        assertThat(step(track(appeal), "阶段反馈：活动室选址已定").path("at").asText()).startsWith("2025-07-11");

        // What cannot be done is said with reasons, reviewed by the supervisor, and never called solved.
        complete(HANDLER, "followPlan", appeal, """
                {"action":"done","outcome":"explained","result":"活动室年内建成，上门照护经费未获批，改由志愿者每周探访。",
                 "evidenceKind":"document","evidence":"街道办公会纪要第14号，存党政办"}""");
        complete(SUPERVISOR, "decidePlan", appeal, """
                {"action":"approved","opinion":"理由属实，同意说明后结束。"}""");
        assertThat(track(appeal).at("/result/name").asText()).isEqualTo("解释说明");
        assertThat(resident.post(path, "{\"grade\":2,\"accepted\":false,\"contacted\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(as(SUPERVISOR).hasTask("reviewDissatisfied", appeal.number()))
                .isTrue();
        complete(SUPERVISOR, "reviewDissatisfied", appeal, """
                {"action":"close","opinion":"已上门说明，明年预算再报。"}""");
        assertThat(track(appeal).path("status").asText()).isEqualTo("closed");
    }

    /** S2-5: head of the building, party member's household, head of the grid; who told of it first is kept. */
    @Test
    void heating() {
        // A Sunday evening.
        time.set("2025-01-12T18:30");
        var appeal = submit("""
                {"locality":"xinanjie","channel":"patrol","category":"heating","title":"独居老人家中暖气不热",
                 "description":"老人独自居住，屋里暖气片摸着是凉的，夜里怕冻着。",
                 "relayedBy":[{"as":"building-head","name":"某楼长","phone":"0357-555-0190"},{"as":"centre-household"}],
                 "location":{"unit":"xinanjie-1-01-a-1","address":"一单元底层"},
                 "resident":{"name":"住户老人","phone":"0357-555-0102"},
                 "facts":{"lineCut":true,"vulnerable":true,"needsOtherUnits":true}}""");
        assertThat(appeal.receipt().path("urgency").asText()).isEqualTo("urgent");
        assertThat(appeal.receipt().path("tier").asText()).isEqualTo("departmentAssist");
        assertThat(appeal.receipt().at("/promises/respondBy").asText()).isEqualTo("2025-01-12T20:30:00+08:00");
        assertThat(appeal.receipt().at("/promises/resolveBy").asText()).isEqualTo("2025-01-13T18:30:00+08:00");

        // Reported by another person: the words are his, the person to be called is she, and both are kept.
        assertThat(step(track(appeal), "提出诉求").path("what").asText()).isEqualTo("通过网格巡查提出诉求，由楼（栋）长代为反映，经党员中心户转报");
        assertThat(track(appeal).toString() + sheet(DESK, appeal)).doesNotContain("某楼长", "0357-555-0190");
        assertThat(sheet(DESK, appeal).path("channelName").asText()).isEqualTo("网格巡查");
        var contact = as(DESK).post("/api/appeals/" + appeal.number() + "/contact", """
                {"purpose":"核实是否需要先送取暖设备"}""");
        assertThat(contact.json().path("phone").asText()).isEqualTo("0357-555-0102");
        assertThat(contact.json().path("relayedBy").toString())
                .isEqualTo("[{\"as\":\"楼（栋）长\",\"name\":\"某楼长\",\"phone\":\"0357-555-0190\"},"
                        + "{\"as\":\"党员中心户\",\"name\":null,\"phone\":null}]");

        // Two levels up from the building stands the grid, and its head has it five minutes later.
        time.pass("PT5M");
        complete(GRID, "respondAppeal", appeal, """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"中心户已说明情况，电话问过老人，先送电暖器，再请物业检修。"}""");
        time.pass("PT1H55M");
        complete(PROPERTY, "handleWithDepartment", appeal, """
                {"action":"consulted","tookPart":"社区居委会","consultationOutcome":"居委会陪同入户，先换阀门。"}""");
        complete(PROPERTY, "handleWithDepartment", appeal, """
                {"action":"done","outcome":"solved","result":"清洗滤网、更换阀门，暖气片恢复发热。",
                 "evidenceKind":"document","evidence":"室温计读数照片，老人当面确认。"}""");

        // The upward relay is on the timeline, each step with its unit and post.
        var seen = track(appeal);
        var decided = step(seen, "判定为急");
        var relayed = step(seen, "中心户已说明情况");
        var repaired = step(seen, "更换阀门");
        assertThat(decided.path("what").asText()).contains("环境物业组").contains("物业服务岗");
        assertThat(relayed.path("who").asText()).contains("第一网格").contains("网格员");
        assertThat(relayed.path("at").asText()).isEqualTo("2025-01-12T18:35:00+08:00");
        assertThat(repaired.path("who").asText()).contains("环境物业组").contains("物业服务岗");
        assertThat(step(seen, "联合会商").path("what").asText()).contains("社区居委会");
        assertThat(repaired.path("at").asText()).isEqualTo("2025-01-12T20:30:00+08:00");

        // Urgent limits run around the clock.
        assertThat(clock(GRID, appeal, "响应").path("narration").asText())
                .isEqualTo("1月12日 18:30 起算，限 2 小时，不分昼夜连续计算，应于 1月12日 20:30 前响应；1月12日 18:35 完成，按时。");
        assertThat(clock(GRID, appeal, "办结").path("narration").asText())
                .isEqualTo("1月12日 18:30 起算，限 24 小时，不分昼夜连续计算，应于 1月13日 18:30 前办结；1月12日 20:30 完成，按时。");
    }
}
