package org.minqing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.notice.live.DeskNotice;
import org.minqing.notice.live.DeskNotices;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a note mentions hears of it, he alone, and of its words nothing. */
@MinqingTest
class MentionTest extends AppealRules {

    private static final String WORDS = "请您看看这户的情况";

    @Autowired
    private Tellers tellers;

    @Autowired
    private DeskNotices notices;

    @BeforeEach
    void nothingWaitsToBeTold() {
        jdbc.sql("update notice_fact set told_at = at where told_at is null").update();
    }

    @Test
    void whoIsMentionedHearsNumberAndLinkAndNobodyElse() {
        var appeal = anAppeal().submitted();
        mention(appeal, "ganshui-secretary-erju");
        assertThat(mentioned("ganshui-secretary-erju", appeal)).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("同事提到您");
            assertThat(notice.link()).endsWith("/desk/appeals/" + appeal.number());
            assertThat(notice.toString()).doesNotContain(WORDS);
        });
        assertThat(jdbc.sql("""
                        select n.receiver from notice n join notice_fact f on f.id = n.fact
                        where f.appeal = ? and f.code = 'mentioned' and n.channel = 'desk'""").param(appeal.number()).query(String.class).list())
                .containsExactly("ganshui-secretary-erju");
        assertThat(api.as("ganshui-secretary-erju").get("/api/notices").raw().body())
                .contains("同事提到您")
                .doesNotContain(WORDS);
    }

    @Test
    void aNoteThatWasRefusedMentionsNobody() {
        var appeal = anAppeal().submitted();
        assertThat(api.as("ganshui-dispatcher")
                        .post(
                                "/api/appeals/" + appeal.number() + "/notes",
                                "{\"note\":\"\",\"mention\":\"ganshui-secretary-erju\"}")
                        .status())
                .isEqualTo(400);
        tellers.tick();
        assertThat(mentioned("ganshui-secretary-erju", appeal)).isEmpty();
    }

    /** He was mentioned by somebody who does not know that it is about him. */
    @Test
    void whomItIsAboutHearsNothingBeforeOrAfterwards() {
        var appeal = anAppeal().submitted();
        about(appeal, "ganshui-supervisor");
        mention(appeal, "ganshui-supervisor");
        assertThat(mentioned("ganshui-supervisor", appeal)).isEmpty();
        mention(appeal, "ganshui-secretary-erju");
        about(appeal, "ganshui-secretary-erju");
        assertThat(mentioned("ganshui-secretary-erju", appeal)).isEmpty();
    }

    @Test
    void hisColleagueAsksHimAlsoAboutWhatIsOver() {
        var appeal = anAppeal().submitted();
        appeal.withdrawn();
        mention(appeal, "ganshui-secretary-erju");
        assertThat(mentioned("ganshui-secretary-erju", appeal)).hasSize(1);
    }

    private void mention(AppealCase appeal, String person) {
        var answer = api.as("ganshui-dispatcher")
                .post(
                        "/api/appeals/" + appeal.number() + "/notes",
                        "{\"note\":\"" + WORDS + person + "\",\"mention\":\"" + person + "\"}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        tellers.tick();
    }

    private void about(AppealCase appeal, String person) {
        jdbc.sql(
                        "insert into appeal_subject (appeal, person, named_by, named_at) values (?, ?, 'ganshui-dispatcher', now())")
                .params(appeal.number(), person)
                .update();
    }

    private List<DeskNotice> mentioned(String person, AppealCase appeal) {
        return notices.of(person, 200).stream()
                .filter(notice -> notice.title().equals(Fact.MENTIONED.label()))
                .filter(notice -> notice.text().contains(appeal.number()))
                .toList();
    }
}
