package org.minqing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.channel.Senders;
import org.minqing.notice.channel.SetUp;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody does not want to be told of, he is not told of; what must reach him reaches him whatever he says. */
@MinqingTest
class OwnChannelsTest extends AppealRules {

    @Autowired
    private Tellers tellers;

    @Autowired
    private Senders senders;

    private SetUp channels;

    @BeforeEach
    void aTownWithShortMessagesAndMail() {
        jdbc.sql("update notice_fact set told_at = at where told_at is null").update();
        channels = new SetUp(senders, "ganshui", Map.of(Channel.SMS, SetUp.taking(""), Channel.MAIL, SetUp.taking("")));
    }

    @AfterEach
    void asItWas() {
        channels.close();
        jdbc.sql("delete from notice_setting where person like 'ganshui-%'").update();
        jdbc.sql("delete from notice where channel in ('sms', 'mail') and locality = 'ganshui'")
                .update();
    }

    private List<String> toldBy(AppealCase appeal, String fact, String person) {
        return jdbc.sql("""
                        select n.channel from notice n join notice_fact f on f.id = n.fact
                        where f.appeal = ? and f.code = ? and n.receiver = ? order by 1""")
                .params(appeal.number(), fact, person)
                .query(String.class)
                .list();
    }

    private void urged(AppealCase appeal) {
        jdbc.sql(
                        "insert into notice_fact (code, locality, appeal, at) select 'dueSoon', locality, number, ? from appeal where number = ?")
                .params(org.minqing.database.TimeColumn.of(time.instant()), appeal.number())
                .update();
        tellers.tick();
    }

    private int keep(String person, String fields) {
        return Session.of(api, person)
                .submit("/desk/notices", fields, "/desk/notices")
                .statusCode();
    }

    @Test
    void whatHeSwitchedOffIsNotSentThatWayAndStaysOnThePage() {
        var appeal = anAppeal().from("ganshui").submitted();
        var person = "ganshui-" + appeal.offeredTo();
        assertThat(keep(person, "phone=13900001111&silenced=dueSoon.sms")).isEqualTo(303);
        urged(appeal);
        assertThat(toldBy(appeal, "dueSoon", person)).containsExactly("desk", "mail");
        var page = Session.of(api, person)
                .send("GET", "/desk/notices", null, "text/html")
                .body();
        assertThat(page).containsPattern("value=\"dueSoon.sms\"[^>]*checked").contains("不发短信");
        assertThat(page).doesNotContainPattern("value=\"dueSoon.mail\"[^>]*checked");
    }

    @Test
    void dangerReachesHimWhateverHeSwitchedOff() {
        var person = "ganshui-dispatcher";
        jdbc.sql("insert into notice_setting (person, phone, silenced) values (?, '13900001111', ?)")
                .params(person, new String[] {"newTask.sms", "newTask.mail", "overdue.sms"})
                .update();
        var appeal = anAppeal().inDanger("fire").submitted();
        tellers.tick();
        assertThat(toldBy(appeal, "newTask", person)).contains("desk", "sms");
    }

    @Test
    void whatMustReachHimCannotBeSwitchedOff() {
        for (var code : List.of("newTask.desk", "result.sms", "dueSoon.wechat", "newTask.mail", "nonsense")) {
            assertThat(keep("ganshui-grid-02", "silenced=" + code)).as(code).isEqualTo(400);
        }
        var page = Session.of(api, "ganshui-grid-02").submit("/desk/notices", "silenced=newTask.mail", "/desk/notices");
        assertThat(page.body()).contains("必须通知到人");
        assertThat(jdbc.sql("select count(*) from notice_setting where person = 'ganshui-grid-02'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whereNothingIsSetUpThereIsNothingToSwitchOff() {
        channels.close();
        assertThat(Session.of(api, "ganshui-grid-02")
                        .send("GET", "/desk/notices", null, "text/html")
                        .body())
                .doesNotContain("name=\"silenced\"", "id=\"push\"");
    }

    @Test
    void whoWorksInNoTownHasNothingToSwitchOff() {
        assertThat(Session.of(api, "admin")
                        .send("GET", "/desk/notices", null, "text/html")
                        .statusCode())
                .isEqualTo(200);
        assertThat(keep("admin", "silenced=dueSoon.sms")).isEqualTo(400);
    }
}
