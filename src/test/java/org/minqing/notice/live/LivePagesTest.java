package org.minqing.notice.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.database.TimeColumn;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** A page that stays open hears of what is its reader's, at once, and of nothing else. */
@MinqingTest
class LivePagesTest extends AppealRules {

    @Autowired
    private LivePages pages;

    @Autowired
    private DeskNotices notices;

    /** The clock of tests stands still: what others were told is as new as this. */
    @BeforeEach
    void nobodyWasToldBefore() {
        jdbc.sql("update notice set state = 'unneeded' where state = 'waiting' and channel = 'desk'")
                .update();
    }

    private void told(String person, String number) {
        var fact = jdbc.sql("""
                        insert into notice_fact (code, locality, appeal, at, told_at)
                        values ('urged', 'ganshui', ?, ?, ?) returning id""")
                .params(number, TimeColumn.of(time.instant()), TimeColumn.of(time.instant()))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into notice (fact, receiver, channel, locality, grave, unless_taken, due_at)
                        values (?, ?, 'desk', 'ganshui', true, false, ?)""").params(fact, person, TimeColumn.of(time.instant())).update();
    }

    @Test
    void itHearsOnceOfWhatIsItsReadersAndEndsWithHisSession() throws Exception {
        var appeal = anAppeal().submitted();
        var person = "ganshui-" + appeal.offeredTo();
        var session = Session.of(api, person);
        var answer = EventStream.asked(api, session.cookie());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        answer.body().close();
        try (var stream = EventStream.of(api, session.cookie())) {
            stream.next("begun");
            var other = anAppeal().submitted();
            told("ganshui-auditor", other.number());
            told(person, appeal.number());
            pages.tell();
            pages.tell();
            assertThat(stream.next("notice"))
                    .contains(appeal.number(), "\"grave\":true")
                    .doesNotContain(other.number());
            pages.beat();
            jdbc.sql("delete from staff_session where principal_name = ?")
                    .param(person)
                    .update();
            pages.beat();
            assertThat(stream.all())
                    .as("nothing twice in between")
                    .endsWith("event:ended\ndata:\n\n")
                    .doesNotContain("notice");
        }
    }

    @Test
    void whenThousandsOfLimitsRunOutAtOnceDangerIsHeardFirst() {
        var appeal = anAppeal().submitted();
        var person = "ganshui-" + appeal.offeredTo();
        told(person, appeal.number());
        var grave = jdbc.sql("select max(id) from notice where receiver = ?")
                .param(person)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        with facts as (
                          insert into notice_fact (code, locality, appeal, at, told_at)
                          select 'urged', 'ganshui', :number, :at, :at from generate_series(1, 700) returning id)
                        insert into notice (fact, receiver, channel, locality, grave, unless_taken, due_at)
                        select id, :person, 'desk', 'ganshui', false, false, :at from facts""")
                .param("number", appeal.number())
                .param("at", TimeColumn.of(time.instant()))
                .param("person", person)
                .update();
        assertThat(notices.due(List.of(person), Duration.ofMinutes(2)))
                .hasSize(50)
                .first()
                .extracting(DeskNotices.Due::id)
                .isEqualTo(grave);
        jdbc.sql("delete from notice_fact where appeal = ?")
                .param(appeal.number())
                .update();
    }

    @Test
    void whoHasNotSignedInOrAsksForSomethingElseGetsNoStream() throws Exception {
        assertThat(EventStream.asked(api, "").statusCode()).isEqualTo(401);
        assertThat(Session.of(api, "ganshui-grid-01").get("/desk/events").statusCode())
                .isEqualTo(406);
    }

    @Test
    void manyWindowsOfOnePersonAreAsManyAsHeCanRead() throws Exception {
        var session = Session.of(api, "ganshui-grid-02");
        var before = pages.open();
        var streams = new ArrayList<EventStream>();
        for (int i = 0; i < 9; i++) {
            streams.add(EventStream.of(api, session.cookie()));
        }
        assertThat(pages.open() - before).isLessThanOrEqualTo(4);
        for (var it : streams) {
            it.close();
        }
    }
}
