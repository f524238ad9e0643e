package org.minqing.hints;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.database.TimeColumn;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was hinted when an appeal was filed, and what a person has found to be otherwise. Kept as it was. */
@Repository
public class AppealHints {

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final WordHints words;
    private final Duties duties;

    AppealHints(JdbcClient jdbc, InstantSource clock, WordHints words, Duties duties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.words = words;
        this.duties = duties;
    }

    /** Notes group and word of each hint, nothing of the text. */
    public void noted(String number, Hints hints) {
        var now = TimeColumn.of(clock.instant());
        hints.found()
                .forEach(hint -> jdbc.sql(
                                "insert into appeal_hint (appeal, group_code, word, noted_at) values (?, ?, ?, ?)")
                        .params(number, hint.group(), hint.word(), now)
                        .update());
    }

    /** In the order of the file of the locality; empty if nothing was hinted. */
    public List<NotedHint> of(Appeal appeal) {
        var noted = jdbc.sql("""
                select h.group_code, h.word, l.person_as, l.reason
                from appeal_hint h left join appeal_hint_lowered l using (appeal, group_code)
                where h.appeal = ?""")
                .param(appeal.number())
                .query((rs, row) -> new NotedHint(
                        new Hint(
                                rs.getString("group_code"),
                                words.nameOf(appeal.locality(), rs.getString("group_code")),
                                rs.getString("word")),
                        rs.getString("person_as"),
                        rs.getString("reason")))
                .list();
        return words.inOrder(appeal.locality(), noted);
    }

    /** For a card, in one line; null if nothing was hinted. */
    public String line(Appeal appeal) {
        var noted = of(appeal);
        return noted.isEmpty() ? null : noted.stream().map(NotedHint::words).collect(Collectors.joining("；"));
    }

    /** What was hinted together, but for what a person has found to be otherwise. */
    public Hints standing(Appeal appeal) {
        return words.together(
                appeal.locality(),
                of(appeal).stream()
                        .filter(noted -> noted.loweredBy() == null)
                        .map(NotedHint::hint)
                        .toList());
    }

    /**
     * Somebody has looked and found that it is not so. What follows from it for the appeal is his correction, not ours.
     *
     * @throws Refusal if it was not hinted, somebody has said so before, or this person may not
     */
    public void lowered(String number, String group, Actor by, String reason) {
        duties.require(number, by.person(), Duty.LOWERING);
        var lowered = jdbc.sql("""
                insert into appeal_hint_lowered (appeal, group_code, person, person_as, reason, lowered_at)
                select appeal, group_code, ?, ?, ?, ? from appeal_hint where appeal = ? and group_code = ?
                on conflict do nothing""")
                .params(by.person(), by.as(), reason, TimeColumn.of(clock.instant()), number, group)
                .update();
        if (lowered == 0) {
            throw Refusal.conflict("没有这条提示，或已有人认定不成立。", "There is no such hint, or somebody has found so before.");
        }
    }
}
