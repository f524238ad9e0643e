package org.minqing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.notice.live.DeskNotice;
import org.minqing.notice.live.DeskNotices;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** In a town at night: who hears of what, and when. */
@MinqingTest
class TellingTest extends AppealRules {

    @Autowired
    private Tellers tellers;

    @Autowired
    private DeskNotices notices;

    /** Other tests leave facts of which nobody asks. */
    @BeforeEach
    void nothingWaitsToBeTold() {
        jdbc.sql("update notice_fact set told_at = at where told_at is null").update();
    }

    private List<DeskNotice> heardBy(String person, String number) {
        return notices.of(person, 200).stream()
                .filter(notice -> notice.text().contains(number))
                .toList();
    }

    private List<String> receivers(String number) {
        return jdbc.sql("""
                        select distinct n.receiver from notice n join notice_fact f on f.id = n.fact
                        where f.appeal = ? order by 1""").param(number).query(String.class).list();
    }

    @Test
    void whoeverHasANewTaskHearsOfItAndNobodyElseOfTheTown() {
        var appeal = anAppeal().from("ganshui").submitted();
        tellers.tick();
        var worker = "ganshui-" + appeal.offeredTo();
        assertThat(heardBy(worker, appeal.number())).singleElement().satisfies(notice -> {
            assertThat(notice.grave()).isFalse();
            assertThat(notice.seen()).isFalse();
            assertThat(notice.link()).contains("/desk/tasks/");
        });
        assertThat(receivers(appeal.number())).contains(worker).doesNotContain("ganshui-auditor");
    }

    @Test
    void itIsWrittenDownWithWhatHappenedOrNotAtAll() {
        var before =
                jdbc.sql("select count(*) from notice_fact").query(Long.class).single();
        assertThat(api.submit("{\"locality\":\"ganshui\"}").status()).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from notice_fact")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        var appeal = anAppeal().from("ganshui").submitted();
        assertThat(jdbc.sql("select code from notice_fact where appeal = ?")
                        .param(appeal.number())
                        .query(String.class)
                        .list())
                .contains("received", "newTask");
    }

    @Test
    void whatIsDoneIsPressingForNobody() {
        var appeal = anAppeal().from("ganshui").submitted();
        tellers.tick();
        var person = appeal.offeredTo();
        assertThat(heardBy("ganshui-" + person, appeal.number())).hasSize(1);
        appeal.respondedBy(person);
        assertThat(heardBy("ganshui-" + person, appeal.number())).isEmpty();
    }

    @Test
    void whatSomebodySawStaysInHisListAndIsNewNoMore() {
        var appeal = anAppeal().from("ganshui").submitted();
        tellers.tick();
        var person = "ganshui-" + appeal.offeredTo();
        var heard = heardBy(person, appeal.number()).get(0);
        notices.seen("ganshui-auditor", heard.id());
        assertThat(heardBy(person, appeal.number()).get(0).seen())
                .as("seen by another")
                .isFalse();
        notices.seen(person, heard.id());
        assertThat(heardBy(person, appeal.number()).get(0).seen()).isTrue();
    }

    /** The story of the gas leak at night: the rest of the town sleeps. */
    @Test
    void inDangerAtNightEverybodyWhoSetsOutAndTheDeskHearAtOnceAndIfNobodyTakesItTheNext() {
        time.set("2026-03-03T02:10");
        var appeal = anAppeal().inDanger("fire").submitted();
        tellers.tick();
        var lead = heardBy("ganshui-" + appeal.offeredTo(), appeal.number());
        assertThat(lead).isNotEmpty().allMatch(DeskNotice::grave);
        assertThat(lead.get(0).title()).isEqualTo("有危险，马上处理");
        assertThat(heardBy("ganshui-dispatcher", appeal.number())).isNotEmpty();
        assertThat(heardBy("ganshui-supervisor", appeal.number())).isEmpty();
        time.set("2026-03-03T02:12");
        assertThat(heardBy("ganshui-supervisor", appeal.number()))
                .as("not before three minutes are over")
                .isEmpty();
        time.set("2026-03-03T02:14");
        assertThat(heardBy("ganshui-supervisor", appeal.number())).isNotEmpty().allMatch(DeskNotice::grave);
    }

    @Test
    void whoeverIsOnDutyHearsOfDangerAndOfNothingElse() {
        time.set("2026-03-03T02:10");
        jdbc.sql("""
                        insert into duty_shift (id, locality, unit, person, starts_at, ends_at, made_by, made_at)
                        values (gen_random_uuid(), 'ganshui', 'ganshui', ?, '2026-03-03T02:00+08', '2026-03-03T03:00+08', 'test', now())""").param("ganshui-registrar").update();
        var danger = anAppeal().inDanger("fire").submitted();
        var ordinary = anAppeal().from("ganshui").submitted();
        tellers.tick();
        assertThat(receivers(danger.number())).contains("ganshui-registrar");
        assertThat(receivers(ordinary.number())).doesNotContain("ganshui-registrar");
        time.set("2026-03-03T03:01");
        var after = anAppeal().inDanger("fire").submitted();
        tellers.tick();
        assertThat(receivers(after.number())).as("his shift is over").doesNotContain("ganshui-registrar");
    }

    /** When much falls due at once, tens of thousands of facts wait. */
    @Test
    void dangerWaitsBehindNothing() {
        var ordinary = anAppeal().from("ganshui").submitted();
        var danger = anAppeal().inDanger("gas").submitted();
        tellers.tickOfDanger();
        assertThat(receivers(danger.number())).contains("ganshui-" + danger.offeredTo(), "ganshui-dispatcher");
        assertThat(receivers(ordinary.number())).isEmpty();
        tellers.tick();
        assertThat(receivers(ordinary.number())).isNotEmpty();
    }

    @Test
    void whoeverTookItMakesTheNextSleepOn() {
        time.set("2026-03-03T02:10");
        var appeal = anAppeal().inDanger("fire").submitted();
        tellers.tick();
        for (var task : appeal.tasks()) {
            engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
            var person = "ganshui-" + holder(task.getId());
            assertThat(api.as(person)
                            .post("/api/tasks/" + task.getId() + "/claim", "{}")
                            .status())
                    .isEqualTo(200);
        }
        time.set("2026-03-03T02:20");
        assertThat(heardBy("ganshui-supervisor", appeal.number())).isEmpty();
    }

    /** Named after he was told, and before he looked. */
    @Test
    void whomItIsAboutHearsNothingNorDoesHisListShowIt() {
        var appeal = anAppeal().submitted();
        tellers.tick();
        var person = "ganshui-" + appeal.offeredTo();
        assertThat(heardBy(person, appeal.number())).isNotEmpty();
        jdbc.sql(
                        "insert into appeal_subject (appeal, person, named_by, named_at) values (?, ?, 'ganshui-dispatcher', now())")
                .params(appeal.number(), person)
                .update();
        assertThat(heardBy(person, appeal.number())).isEmpty();
        assertThat(api.as(person).get("/api/notices").raw().body()).doesNotContain(appeal.number());
    }

    private String holder(String task) {
        return engine.getTaskService().getIdentityLinksForTask(task).stream()
                .filter(link -> link.getGroupId() != null)
                .flatMap(link ->
                        engine.getIdentityService().createUserQuery().memberOfGroup(link.getGroupId()).list().stream())
                .map(user -> user.getId().substring("ganshui-".length()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void factsKeepNothingOfWhatTheResidentSaidOrWhoHeIs() {
        var columns = jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_name in ('notice', 'notice_fact') order by 1""").query(String.class).list();
        assertThat(columns)
                .containsExactlyInAnyOrder(
                        "id",
                        "code",
                        "locality",
                        "appeal",
                        "task",
                        "person",
                        "at",
                        "told_at",
                        "id",
                        "fact",
                        "receiver",
                        "channel",
                        "locality",
                        "grave",
                        "unless_taken",
                        "state",
                        "due_at",
                        "attempts",
                        "under_way",
                        "reason",
                        "ended_at");
    }
}
