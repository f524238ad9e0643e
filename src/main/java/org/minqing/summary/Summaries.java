package org.minqing.summary;

import java.time.InstantSource;
import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.database.TimeColumn;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The summaries of appeals. A version is added and never changed; the original is not even within reach of what is written
 * here. It is as personal as the original, so its words stand in this table and nowhere else.
 */
@Repository
public class Summaries {

    /** In characters, as people count them: a quarter of what a resident may write. */
    public static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Appeals appeals;
    private final InstantSource clock;

    Summaries(JdbcClient jdbc, Appeals appeals, InstantSource clock) {
        this.jdbc = jdbc;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** All versions, the newest first. */
    public List<Version> of(String appeal) {
        return jdbc.sql(
                        "select version, text, written_at, written_as from appeal_summary where appeal = ? order by version desc")
                .param(appeal)
                .query((rs, row) -> new Version(
                        rs.getInt("version"),
                        rs.getString("text"),
                        TimeColumn.read(rs, "written_at"),
                        rs.getString("written_as")))
                .list();
    }

    /**
     * Adds a version. The caller has checked that this person may.
     *
     * @param seen number of the newest version that he had before him; 0 for none
     * @throws InvalidInput if there is nothing to add: no text, one that cannot be stored, or the one that stands there
     * @throws Refusal      if the appeal has ended, or somebody added a version that he has not seen
     */
    @Transactional
    public void write(String appeal, Actor by, int seen, String text) {
        if (text.isEmpty()) {
            throw new InvalidInput("summary", "请写摘要", "is required");
        }
        TextRule.flaw("summary", text, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        if (appeals.lock(appeal).status().ended()) {
            throw Refusal.conflict("这件诉求已经结束，摘要不再修改。", "The appeal has ended; its summary is not changed any more.");
        }
        var versions = of(appeal);
        if (seen != versions.size()) {
            throw Refusal.conflict(
                    "刚才有人写了新的摘要，请先看过再改。", "Somebody wrote another summary meanwhile; read it before you change it.");
        }
        if (!versions.isEmpty() && versions.get(0).text().equals(text)) {
            throw new InvalidInput("summary", "与现在的摘要相同，没有要保存的", "is the summary that stands there");
        }
        jdbc.sql("""
                insert into appeal_summary (appeal, version, text, written_by, written_as, written_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(appeal, seen + 1, text, by.person(), by.as(), TimeColumn.of(clock.instant()))
                .update();
        // That it was written, and none of its words.
        var told = seen == 0 ? "写了摘要" : "修改摘要（第 " + (seen + 1) + " 版）";
        appeals.open(appeal).told((n, round, at) -> new AppealEvent.SummaryWritten(n, round, at, by, told));
    }
}
