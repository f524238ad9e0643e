package org.minqing.desk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.AuditTalk;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;

/** Who looks into an alarm first has taken it, and says what it is about; alarm and ledger stay as they are. */
@MinqingTest
class AlarmTakingTest extends AuditTalk {

    private String number;
    private String id;

    @BeforeEach
    void anAlarm() {
        number = submitted();
        touched(number);
        id = jdbc.sql("select id::text from sla_alarm where appeal = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    @Test
    void whoTakesItIsNamedWithWhatHeSaysAndItIsCountedNoMore() {
        var before = alarms.untaken("ganshui");
        var kept = kept();
        time.begin("2026-04-08T09:30");
        var answer = takes("ganshui-auditor", "升级时误改，已恢复");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.json().at("/taken/who").asText()).contains("审计员");
        assertThat(answer.json().at("/taken/at").asText()).isEqualTo("2026-04-08T09:30:00+08:00");
        assertThat(alarms.untaken("ganshui")).isEqualTo(before - 1);
        assertThat(alarms.about(number))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.taking().words()).isEqualTo("升级时误改，已恢复"));
        assertThat(kept()).as("alarm and ledger").isEqualTo(kept);
        var listed =
                Session.of(api, "ganshui-auditor").get("/desk/ledger/" + number).body();
        assertThat(listed).contains("定时器被改动", "处理", "升级时误改，已恢复", "2026-04-08 09:30");
    }

    @Test
    void theFirstHasTakenItAndTheSecondHearsWho() throws Exception {
        Callable<Integer> take = () -> takes("ganshui-auditor", "我来查").status();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var answers = pool.invokeAll(Stream.generate(() -> take).limit(4).toList());
            var heard = new ArrayList<Integer>();
            for (var answer : answers) {
                heard.add(answer.get());
            }
            assertThat(heard).containsExactlyInAnyOrder(200, 409, 409, 409);
        } finally {
            pool.shutdown();
        }
        var late = stored.refused(409, () -> takes("ganshui-auditor", "我也来查"));
        assertThat(late.json().path("detail").asText()).contains("已由", "审计员", "处理");
        assertThat(stored.count("select count(*) from alarm_taking where appeal = ?", number))
                .isEqualTo(1);
    }

    @Test
    void whoIsNoAuditorOfTheLocalityFindsNone() {
        for (var other : List.of("matou-auditor", "ganshui-supervisor", "ganshui-dispatcher", "admin")) {
            Stored.alike(
                    stored.refused(404, () -> takes(other, "不归我查")),
                    api.as(other).post("/api/sla/alarms/taking", "{\"id\":\"9999999\",\"inquiry\":\"没有这条\"}"));
        }
        assertThat(alarms.about(number).get(0).taking()).isNull();
    }

    @Test
    void whatSaysNothingOrTooMuchIsRefused() {
        for (var words : List.of("", "  ", "字".repeat(301), "颠\\u202e倒")) {
            stored.refused(400, () -> takes("ganshui-auditor", words), "inquiry");
        }
        stored.refused(404, () -> send("ganshui-auditor", "{\"id\":\"x\",\"inquiry\":\"好\"}"));
        stored.refused(400, () -> send("ganshui-auditor", "{\"id\":\"1\",\"inquiry\":\"好\",\"by\":\"x\"}"), "by");
    }

    @Test
    void thePageTakesItWithoutAScriptAndKeepsWhatWasTyped() {
        var auditor = Session.of(api, "ganshui-auditor");
        var path = "/desk/ledger/alarms";
        assertThat(auditor.get("/desk/ledger").body()).contains(path);
        assertThat(auditor.get(path).body()).contains(number, "由我处理", "还没有人处理");
        var token = auditor.token(path);
        var empty = auditor.submitWith(token, path, "id=" + id + "&inquiry=");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("请写明查到什么", "href=\"#inquiry\"");
        assertThat(auditor.submitWith(token, path, "id=" + id + "&inquiry=" + encoded("查过了"))
                        .headers()
                        .firstValue("Location"))
                .hasValue(path + "#alarm-" + id);
        var again = auditor.submitWith(token, path, "id=" + id + "&inquiry=" + encoded("再查一遍"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("已由", "查过了", "再查一遍");
    }

    private String kept() {
        return jdbc.sql("""
                        select (select a::text from sla_alarm a where appeal = :number)
                            || (select string_agg(l::text, ' ' order by id) from sla_ledger l where appeal = :number)""").param("number", number).query(String.class).single();
    }

    private Api.Answer takes(String person, String words) {
        return send(person, "{\"id\":\"" + id + "\",\"inquiry\":\"" + words + "\"}");
    }

    private Api.Answer send(String person, String body) {
        return api.as(person).post("/api/sla/alarms/taking", body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
