package org.minqing.merging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.feedback.Rating;
import org.minqing.outcome.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The residents who told of one matter (反映人): each has his own appeal, and one of these, the original, is handled. */
@Repository
public class Reporters {

    /**
     * One of them.
     *
     * @param number    of his own appeal
     * @param joinedAt  when his appeal was merged; null for the original's own
     * @param himself   he joined by himself, when he filed
     * @param withdrawn he took his part back
     * @param rating    of the round that the matter is in; null if he has not rated it
     * @param ratedAt   null with it
     */
    public record Reporter(
            String number, Instant joinedAt, boolean himself, boolean withdrawn, Rating rating, Instant ratedAt) {}

    private final JdbcClient jdbc;
    private final Appeals appeals;

    Reporters(JdbcClient jdbc, Appeals appeals) {
        this.jdbc = jdbc;
        this.appeals = appeals;
    }

    /**
     * What it is handled as: itself, unless it was merged. An appeal is merged into an open one, so there is an end to it; it ends
     * before what is hidden from the reader.
     */
    public Appeal original(Appeal appeal) {
        var at = appeal;
        var next = into(at);
        while (next.isPresent()) {
            at = next.get();
            next = into(at);
        }
        return at;
    }

    private Optional<Appeal> into(Appeal appeal) {
        return Optional.ofNullable(appeal.mergedInto()).flatMap(appeals::find);
    }

    /** How many residents stand behind an appeal, himself among them; who took his part back is not counted. */
    public int voices(String number) {
        return jdbc.sql("select voices_of(?)")
                .param(number)
                .query(Integer.class)
                .single();
    }

    /** The same for those of these numbers behind which there are several. */
    public Map<String, Integer> voices(Collection<String> numbers) {
        return jdbc
                .sql("""
                select n, voices_of(n) from unnest(?::text[]) n where exists (select from appeal where merged_into = n)""")
                .param(numbers.toArray(String[]::new))
                .query((rs, row) -> Map.entry(rs.getString(1), rs.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All of an original, its own first, then in the order in which they told of it. */
    public List<Reporter> of(Appeal original) {
        return jdbc.sql("""
                select a.number, a.merged_into, a.closed_at, j.appeal is not null as himself, w.appeal is not null as withdrawn,
                       r.question, r.grade, r.resolved, r.contacted, r.comment, r.at
                from reporters_of(:original) part(number) join appeal a using (number)
                left join reporter_withdrawal w on w.appeal = a.number
                left join resident_joining j on j.appeal = a.number and j.original = a.merged_into
                left join rating r on r.appeal = a.number and coalesce(r.original, r.appeal) = :original and r.round = :round
                  and r.outcome = :outcome
                order by a.merged_into is not null, a.submitted_at, a.number""")
                .param("original", original.number())
                .param("round", original.round())
                .param("outcome", original.outcome())
                .query(Reporters::map)
                .list();
    }

    /** As one of them, whoever has its code, takes part in the matter now. */
    public Part part(Appeal own) {
        var original = original(own);
        var all = of(original);
        var me = all.stream()
                .filter(r -> r.number().equals(own.number()))
                .findFirst()
                .orElseThrow();
        return new Part(own, original, me, (int)
                all.stream().filter(r -> !r.withdrawn()).count());
    }

    /** One reporter's part in a matter. */
    public record Part(Appeal own, Appeal original, Reporter me, int voices) {

        public boolean merged() {
            return !own.number().equals(original.number());
        }

        /** A result is there for him to rate; what comes after the original was closed is kept too. */
        public boolean mayRate() {
            if (me.withdrawn() || me.rating() != null) {
                return false;
            }
            var status = original.status();
            return status.asksResident()
                    || merged()
                            && original.track().filter(t -> t.rated()).isPresent()
                            && (status == AppealStatus.REVIEW
                                    || status == AppealStatus.CLOSED
                                    || status == AppealStatus.CLOSED_UNANSWERED);
        }

        public boolean mayWithdraw() {
            return !me.withdrawn() && !original.status().ended();
        }
    }

    /** Whose rating stands for the matter: the first who did not take his part back. */
    Optional<Reporter> first(Appeal original) {
        return of(original).stream().filter(r -> !r.withdrawn()).findFirst();
    }

    private static Reporter map(ResultSet rs, int row) throws SQLException {
        var rated = TimeColumn.read(rs, "at");
        return new Reporter(
                rs.getString("number"),
                rs.getString("merged_into") == null ? null : TimeColumn.read(rs, "closed_at"),
                rs.getBoolean("himself"),
                rs.getBoolean("withdrawn"),
                rated == null
                        ? null
                        : new Rating(
                                Coded.of(Question.class, rs.getString("question")),
                                rs.getInt("grade"),
                                rs.getBoolean("resolved"),
                                rs.getBoolean("contacted"),
                                rs.getString("comment")),
                rated);
    }
}
