package org.minqing.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.minqing.appeal.AppealEventKind;
import org.minqing.appeal.AppealStatus;
import org.minqing.code.Coded;
import org.minqing.database.Conditions;
import org.minqing.database.TimeColumn;
import org.minqing.sla.due.DueState;
import org.minqing.sla.due.RunningLimits;
import org.minqing.supervision.BacklogQuestion.State;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is open in a locality, counted by the database; what the level above reviews is open, too. What else has ended is not
 * touched: indexes hold the open appeals and the running clocks alone.
 */
@Repository
class BacklogRows {

    /** Where the work lies: with whoever responds until somebody did, then with whoever handles. */
    private static final String OPEN_NOW = """
            with reviewed as (%s), open as (
              select a.number, a.title, a.status, a.submitted_at, v.appeal is not null as reviewed,
                     case when v.appeal is not null then v.unit
                       when a.status = 'RECEIVED' or a.handling_unit = '' then a.respond_unit else a.handling_unit end as unit,
                     cast(:today as date) - cast(coalesce(v.asked_at, a.submitted_at) at time zone 'Asia/Shanghai' as date) as days,
                     a.danger_posts <> '' and a.made_safe_at is null and a.round = 0
                       and a.status in ('RECEIVED', 'HANDLING') as danger,
                     coalesce(c.unaccepted, false) as unaccepted,
                     c.due_at, %s as due
              from (select * from appeal where locality = :locality and closed_at is null
                union all select a.* from appeal a join reviewed on reviewed.appeal = a.number) a
              left join reviewed v on v.appeal = a.number left join (
                select appeal, min(due_at) as due_at, min(soon_at) as soon_at, bool_or(what = 'ACCEPT') as unaccepted
                from (%s) r group by appeal) c on c.appeal = a.number)
            """;

    /** What has ended and lies with the level above (复查、复核): its unit has it then, and not whoever handled it. */
    private static final String REVIEWED = """
            select r.appeal, r.unit, r.asked_at from review_request r join appeal a on a.number = r.appeal
            where a.locality = :locality and a.closed_at is not null
              and not exists (select from review_answer w where w.request = r.id)
              and not exists (select from review_step w where w.request = r.id and w.step = 'withdrawn')""";

    /** Those of them that somebody asked for. */
    private static final String ASKED = """
            \sfrom open
            where days between :youngest and :oldest%s""";

    /**
     * The open appeals of one unit and one age.
     *
     * @param band    counted from 0
     * @param waiting those of which the result was reported: the resident is asked
     * @param oldest  days since the oldest was submitted that neither waits nor is carried out as planned; 0 if there is none
     */
    record Count(String unit, int band, int open, int waiting, int dueSoon, int overdue, int oldest) {}

    /**
     * One open appeal.
     *
     * @param dueAt its nearest deadline, null if nothing runs
     * @param reviewed   it had ended, and the level above reviews it (复查、复核)
     * @param danger     somebody is in danger, and it is not over
     * @param unaccepted nobody has taken it on
     * @param total how many were asked for, on whatever page
     */
    record Row(
            String number,
            String title,
            AppealStatus status,
            Instant submittedAt,
            String unit,
            int days,
            Instant dueAt,
            DueState due,
            boolean reviewed,
            boolean danger,
            boolean unaccepted,
            long total) {

        /** The result was reported: the resident is asked. */
        boolean waiting() {
            return status == AppealStatus.FEEDBACK;
        }
    }

    /** What came of one type, and how many of those are open; sub-cases were not received from anybody. */
    record TypeCount(String type, int received, int open) {}

    private final JdbcClient jdbc;
    private final RunningLimits limits;
    private final String open;

    BacklogRows(JdbcClient jdbc, RunningLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
        open = OPEN_NOW.formatted(
                REVIEWED,
                RunningLimits.STATE,
                limits.sqlOf(
                        "select number from appeal where locality = :locality and closed_at is null union all select appeal from reviewed"));
    }

    /** @param bands the fewest days of each, the first being 0 */
    List<Count> counts(String locality, Instant now, List<Integer> bands) {
        return at(open + """
                        select unit, width_bucket(days, cast(:bands as int[])) - 1 as band, count(*) as open,
                               count(*) filter (where status = 'FEEDBACK') as waiting,
                               count(*) filter (where due = 'soon') as due_soon, count(*) filter (where due = 'late') as overdue,
                               coalesce(max(days) filter (where status not in ('FEEDBACK', 'PLANNED')), 0) as oldest
                        from open group by unit, band""", locality, now)
                .param("bands", bands.toArray(Integer[]::new))
                .query((rs, i) -> new Count(
                        rs.getString("unit"),
                        Math.max(0, rs.getInt("band")),
                        rs.getInt("open"),
                        rs.getInt("waiting"),
                        rs.getInt("due_soon"),
                        rs.getInt("overdue"),
                        Math.max(0, rs.getInt("oldest"))))
                .list();
    }

    List<TypeCount> types(String locality, Instant since) {
        return jdbc.sql("""
                        select type, count(*) as received, count(*) filter (where closed_at is null) as open from appeal
                        where locality = ? and submitted_at >= ? and parent is null group by type order by type""")
                .params(locality, TimeColumn.of(since))
                .query((rs, i) -> new TypeCount(rs.getString("type"), rs.getInt("received"), rs.getInt("open")))
                .list();
    }

    /** How many were asked for, for a page behind the last: it has no row that could tell. */
    long count(String locality, Instant now, BacklogQuestion question) {
        return asked("select count(*)", "", locality, now, question)
                .query(Long.class)
                .single();
    }

    /** Where somebody is in danger first, and of those what nobody has taken on; then the nearest deadline. */
    List<Row> list(String locality, Instant now, BacklogQuestion question, long offset, int most) {
        return asked(
                        "select *, count(*) over () as total",
                        " order by danger desc, danger and unaccepted desc, due_at nulls last, number limit :most offset :offset",
                        locality,
                        now,
                        question)
                .param("most", most)
                .param("offset", offset)
                .query(BacklogRows::row)
                .list();
    }

    /** What is not late and comes due before then, the nearest first. */
    List<Row> dueBefore(String locality, Instant now, Instant end, int most) {
        return at(
                        open
                                + "select *, count(*) over () as total from open where due_at > :now and due_at <= :end and due <> 'late'"
                                + " order by due_at, number limit :most",
                        locality,
                        now)
                .param("end", TimeColumn.of(end))
                .param("most", most)
                .query(BacklogRows::row)
                .list();
    }

    private JdbcClient.StatementSpec asked(
            String select, String order, String locality, Instant now, BacklogQuestion question) {
        var asked = new Conditions()
                .when("unit = any (:units)", question.units())
                .when("danger", question.state() == State.DANGER)
                .when("due = 'late'", question.state() == State.OVERDUE)
                .when("due = 'soon'", question.state() == State.DUE_SOON)
                .when("status = 'FEEDBACK'", question.state() == State.WAITING);
        return at(open + select + ASKED.formatted(asked.and()) + order, locality, now)
                .param("youngest", question.youngest())
                .param("oldest", question.oldest())
                .params(asked.values());
    }

    /** Whether anybody may be in danger; an index knows. */
    boolean mayBeDanger(String locality) {
        return jdbc.sql("""
                        select exists (select from appeal where locality = ? and danger_posts <> '' and made_safe_at is null
                            and closed_at is null)""").param(locality).query(Boolean.class).single();
    }

    /** Which limit it is that is the nearest, by number of the appeal. */
    Map<String, String> nearest(List<String> numbers) {
        return limits.of(numbers).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().get(0).label()));
    }

    /** When somebody was reminded last, by number of the appeal; earlier reminders are left out. */
    Map<String, Instant> remindedSince(List<String> numbers, Instant since) {
        return jdbc
                .sql("""
                        select appeal, max(at) as at from appeal_event
                        where appeal = any (?) and kind = ? and at > ? group by appeal""")
                .params(numbers.toArray(String[]::new), AppealEventKind.REMINDED.code(), TimeColumn.of(since))
                .query((rs, i) -> Map.entry(rs.getString("appeal"), TimeColumn.read(rs, "at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec at(String sql, String locality, Instant now) {
        return jdbc.sql(sql)
                .param("locality", locality)
                .param("now", TimeColumn.of(now))
                .param("today", now.atZone(Times.ZONE).toLocalDate());
    }

    private static Row row(ResultSet rs, int i) throws SQLException {
        return new Row(
                rs.getString("number"),
                rs.getString("title"),
                AppealStatus.valueOf(rs.getString("status")),
                TimeColumn.read(rs, "submitted_at"),
                rs.getString("unit"),
                rs.getInt("days"),
                TimeColumn.read(rs, "due_at"),
                Coded.of(DueState.class, rs.getString("due")),
                rs.getBoolean("reviewed"),
                rs.getBoolean("danger"),
                rs.getBoolean("unaccepted"),
                rs.getLong("total"));
    }
}
