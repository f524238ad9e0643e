package org.minqing.attachment;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeals;
import org.minqing.database.TimeColumn;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.wording.AppealWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words of what nobody can read: a voice message of WeChat, which no browser plays, or what is said in a film (表
 * {@code attachment_words}). The file stays as it is; a version of its words is added and never changed. They are as personal as
 * what a resident wrote, so they stand in this table and nowhere else but in the grams by which the appeal is found.
 */
@Service
public class Transcripts {

    /** In characters, as people count them: as much as a resident may write. */
    public static final int LONGEST = 2000;

    private static final Set<AttachmentKind> SPEAKS = Set.of(AttachmentKind.VOICE, AttachmentKind.VIDEO);

    private final Appeals appeals;
    private final AppealWords search;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Transcripts(Appeals appeals, AppealWords search, JdbcClient jdbc, InstantSource clock) {
        this.appeals = appeals;
        this.search = search;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal as if it were not there, if nobody speaks in a file of its kind */
    public static Attachment speaking(Attachment attachment) {
        if (!SPEAKS.contains(attachment.kind())) {
            throw Refusal.notFound();
        }
        return attachment;
    }

    /** The newest first. */
    public List<Transcript> of(Attachment attachment) {
        return jdbc.sql("""
                        select row_number() over (order by id) as version, words, at, person_as from attachment_words
                        where attachment = ? order by id desc""")
                .param(attachment.id())
                .query((rs, row) -> new Transcript(
                        rs.getInt("version"),
                        rs.getString("words"),
                        TimeColumn.read(rs, "at"),
                        rs.getString("person_as")))
                .list();
    }

    /**
     * Adds a version. The caller has checked that this person may.
     *
     * @param handled number of what is handled: the appeal of the attachment, unless that was merged or is part of a whole
     * @param seen number of the newest version that he had before him; 0 for none
     * @throws InvalidInput if there is nothing to add: no words, some that cannot be stored, or those that stand there
     * @throws Refusal      if the appeal has ended, or somebody added a version that he has not seen
     */
    @Transactional
    public void write(String handled, Attachment attachment, Actor by, int seen, String typed) {
        var words = typed.replace("\r\n", "\n").strip();
        if (words.isEmpty()) {
            throw new InvalidInput("heard", "请写下听到的话", "is required");
        }
        TextRule.flaw("heard", words, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        if (appeals.lock(handled).status().ended()) {
            throw Refusal.conflict("这件诉求已经结束，不再修改。", "The appeal has ended.");
        }
        var before = of(attachment);
        if (seen != before.size()) {
            throw Refusal.conflict(
                    "刚才有人写过了，请先看过再改。", "Somebody wrote it down meanwhile; read that before you change it.");
        }
        if (!before.isEmpty() && before.get(0).words().equals(words)) {
            throw new InvalidInput("heard", "和现在的一样，没有要保存的", "are the words that stand there");
        }
        jdbc.sql("""
                        insert into attachment_words (attachment, appeal, at, person, person_as, words)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        attachment.id(),
                        attachment.appeal(),
                        TimeColumn.of(clock.instant()),
                        by.person(),
                        by.as(),
                        words)
                .update();
        search.rewrite(attachment.appeal());
    }
}
