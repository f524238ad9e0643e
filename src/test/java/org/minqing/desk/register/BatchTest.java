package org.minqing.desk.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** The page of a record book and a group chat, taken down at once. */
@MinqingTest
class BatchTest extends AppealRules {

    private static final String REGISTRAR = "shibu-registrar";
    private static final String BATCH = "/desk/register/batch";

    private final List<String> fields = new ArrayList<>();

    @AfterEach
    void takeBackWhatWasTakenDown() {
        jdbc.sql("""
                select tracking_code from appeal
                where recorded_by = ? and closed_at is null and submitted_at <= ?""")
                .params(REGISTRAR, time.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()
                .forEach(code -> api.post("/api/track/" + code + "/withdrawal", "{}"));
    }

    @Test
    void eachLineIsAnAppealAndKnowsItsPlaceInTheBook() {
        field("channel", "record-book").field("book", "第3册").field("page", "12");
        line("砖瓦窑沟路灯坏了两盏，夜里看不见路。", "13800000000").line("  ", "").line("小广场垃圾没人收。", "");
        var answer = sent();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("已登记 2 件", "第 1 行", "第 3 行").doesNotContain("??");
        var stored = jdbc.sql("""
                select o.description || ' ' || s.book || ' ' || s.page || ' ' || s.line || ' ' || a.channel
                from appeal_source s join appeal a on a.number = s.appeal join appeal_original o on o.appeal = a.number
                where s.book = '第3册' order by s.line""").query(String.class).list();
        assertThat(stored).containsExactly("砖瓦窑沟路灯坏了两盏，夜里看不见路。 第3册 12 1 record-book", "小广场垃圾没人收。 第3册 12 3 record-book");
        var number = jdbc.sql("select appeal from appeal_source where book = '第3册' and line = 1")
                .query(String.class)
                .single();
        assertThat(Session.of(api, REGISTRAR)
                        .send("GET", "/desk/register/" + number, null, "text/html")
                        .body())
                .contains("第3册，第 12 页，第 1 行");

        // Loaded again, or the line broke on the way: nothing comes twice.
        assertThat(sent().body()).contains("已登记 2 件", number);
        assertThat(jdbc.sql("select count(*) from appeal_source where book = '第3册'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aLineThatIsRefusedHoldsUpNoOther() {
        field("channel", "record-book").field("book", "第4册");
        line("坡上护栏断了。", "村头小卖部").line("厨房煤气罐在漏气。", "");
        var answer = sent();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("已登记 1 件", "标红的没有登记", "村头小卖部", "坡上护栏断了。", "请填电话号码")
                .contains("有人身危险请立即拨打119", "name=\"last\" value=\"2\"")
                .doesNotContainPattern("<textarea[^>]*>厨房煤气罐");
    }

    @Test
    void whatIsCopiedFromAChatBecomesALineForEachMessageAndNothingIsTakenDownYet() {
        field("channel", "wechat-group")
                .field("act", "split")
                .field("copied", "王大姐 2026/3/2 9:15:03\n三栋楼道灯不亮\n李叔 9:16\n井盖没了\n");
        line("已经写的一行", "");
        var answer = sent();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("已经写的一行", "三栋楼道灯不亮", "井盖没了", "value=\"王大姐\"", "value=\"李叔\"");
        assertThat(jdbc.sql("select count(*) from appeal_original where description = '井盖没了'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void noMessageIsLeftOutUnsaid() {
        field("channel", "wechat-group").field("act", "split").field("copied", "王大姐 9:15\n井盖没了\n".repeat(100));
        line("已经写的一行", "");
        var answer = sent();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("这一页还能加 99 行", "已经写的一行", "井盖没了");
    }

    @Test
    void withoutScriptsThereAreMoreLinesForTheAsking() {
        field("channel", "record-book").field("act", "add");
        line("已经写的一行", "");
        assertThat(sent().body().split("class=\"entry\"", -1)).hasSize(5);
    }

    @Test
    void aWrongChannelTakesNothingDownAndOthersDoNotGetThere() {
        field("channel", "pigeon");
        line("桥头积水。", "");
        assertThat(sent().statusCode()).isEqualTo(400);
        assertThat(Session.of(api, "ganshui-grid-01")
                        .send("GET", BATCH, null, "text/html")
                        .statusCode())
                .isEqualTo(404);
    }

    private BatchTest field(String name, String value) {
        fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    private BatchTest line(String words, String phone) {
        return field("key", UUID.randomUUID().toString())
                .field("description", words)
                .field("unit", "")
                .field("address", "")
                .field("name", "")
                .field("phone", phone);
    }

    private HttpResponse<String> sent() {
        return Session.of(api, REGISTRAR).submit(BATCH, String.join("&", fields));
    }
}
