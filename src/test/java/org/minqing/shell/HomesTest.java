package org.minqing.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** Everyone starts the day on his own page. */
@MinqingTest
class HomesTest extends AppealRules {

    @Test
    void aHandlerFindsTheNearestLimitFirst() {
        var later = anAppeal().telling("巷口路牌歪了", "想扶正一下").submitted();
        time.pass("PT1H");
        var urgent = anAppeal().inDanger("gas").telling("楼里闻到煤气味", "煤气味很重").submitted();
        var home = home("ganshui-grid-01");
        assertThat(home.indexOf(urgent.number())).isPositive().isLessThan(home.indexOf(later.number()));
    }

    @Test
    void aClerkFindsTheFormAndADispatcherWhatIsUndecided() {
        assertThat(home("ganshui-registrar"))
                .contains("href=\"/desk/register\"")
                .doesNotContain("今天将到期");
        var asked = anAppeal().somewhere().submitted();
        assertThat(home("ganshui-dispatcher")).contains("待我研判派单", asked.number());
    }

    /** One tap shows the number, and it is written down who looked and why. */
    @Test
    void whoeverCallsBackHasANumberAfterOneTap() {
        var appeal = anAppeal()
                .signed("石榴红", "13800008642")
                .submitted()
                .respondedBy("grid-01")
                .handledBy("secretary-erju");
        var caller = Session.of(api, "ganshui-caller");
        var home = home("ganshui-caller");
        var tap = Pattern.compile("action=\"(/desk/tasks/[^\"]+/contact)\"")
                .matcher(home.substring(home.indexOf(appeal.number())));
        assertThat(tap.find()).isTrue();
        var shown = caller.submit(tap.group(1), "_purpose=电话回访，听取评价", "/desk");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("tel:13800008642");
        assertThat(jdbc.sql("select purpose from contact_access where appeal = ? and person = 'ganshui-caller'")
                        .param(appeal.number())
                        .query(String.class)
                        .list())
                .containsExactly("电话回访，听取评价");
    }

    @Test
    void aSupervisorSeesWhatComesDueToday() {
        var appeal = anAppeal().telling("垃圾桶满了三天", "一直没有人清运").submitted();
        appeal.claimedBy("grid-01");
        time.pass("PT23H40M");
        var home = home("ganshui-supervisor");
        assertThat(home).contains("30 分钟内", "2 小时内", "今天内", "id=\"unitsTable\"", "id=\"hoursTable\"");
        var soon = home.substring(home.indexOf("30 分钟内"), home.indexOf("2 小时内"));
        assertThat(soon).contains(appeal.number(), "还剩 20 分");
    }

    @Test
    void anAuditorSeesSealsAndVerification() {
        assertThat(home("ganshui-auditor"))
                .contains("台账和警报", "action=\"/desk/ledger/verify\"", "href=\"/desk/ledger/alarms\"");
    }

    @Test
    void anAdministratorSeesThatNoBackupWasMadeAndWhenOneWas() throws Exception {
        var mark = Path.of(dataDir, "backup-made");
        Files.deleteIfExists(mark);
        assertThat(home("admin")).contains("系统运行", "没有备份记录", "在用账号");
        Files.createFile(mark);
        try {
            Files.setLastModifiedTime(mark, FileTime.from(Instant.parse("2026-03-02T00:30:00Z")));
            assertThat(home("admin")).contains("最近一次备份：3月2日 08:30").doesNotContain("请检查备份任务");
            time.pass("P2D");
            assertThat(home("admin")).contains("请检查备份任务");
        } finally {
            Files.delete(mark);
        }
    }

    private String home(String user) {
        var person = Session.of(api, user);
        return person.send(person.request("/desk").header("Accept", "text/html"))
                .body();
    }
}
