package org.minqing.merging;

import java.time.InstantSource;
import java.util.List;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.feedback.Rating;
import org.minqing.outcome.Question;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reporters who found a matter unsolved after it was closed: nothing follows by itself, so a supervisor sees them. */
@Repository
public class UnsolvedAfterwards {

    private static final int MOST = 50;

    /** @param reporter number of the appeal of whoever says so */
    public record Line(String original, String title, String reporter, String at, String words) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final MergingRules rules;

    UnsolvedAfterwards(JdbcClient jdbc, InstantSource clock, MergingRules rules) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
    }

    /** The latest first, as far back as {@code merging.yml} says. */
    public List<Line> in(String locality) {
        return jdbc
                .sql("""
                select r.original, o.title, r.appeal, r.at, r.question, r.grade, r.resolved, r.contacted, r.comment
                from rating r join appeal o on o.number = r.original
                where o.locality = ? and o.closed_at <= r.at and r.at > ? order by r.at desc""")
                .params(locality, TimeColumn.of(clock.instant().minus(rules.unsolved())))
                .query((rs, row) -> {
                    var rating = new Rating(
                            Coded.of(Question.class, rs.getString("question")),
                            rs.getInt("grade"),
                            rs.getBoolean("resolved"),
                            rs.getBoolean("contacted"),
                            rs.getString("comment"));
                    return rating.satisfied()
                            ? null
                            : new Line(
                                    rs.getString("original"),
                                    rs.getString("title"),
                                    rs.getString("appeal"),
                                    Times.iso(TimeColumn.read(rs, "at")),
                                    rating.told());
                })
                .list()
                .stream()
                .filter(line -> line != null)
                .limit(MOST)
                .toList();
    }
}
