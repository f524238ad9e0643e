package org.minqing.sla.due;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.appeal.ClockKind;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link Due} for the database: every limit of appeals that runs, whoever counts or lists them. */
@Component
public class RunningLimits {

    /** How a row with {@code due_at} and {@code soon_at} stands at {@code :now}: the codes of {@link DueState}. */
    public static final String STATE = """
            case when due_at is null then 'none' when due_at < :now then 'late' when soon_at <= :now then 'soon' else 'later' end""";

    /** A pause that began after the reminder was due has moved the reminder to its end, as {@code Clock} has it. */
    private static final String CLOCKS = """
            select appeal, clock as what, due_at, case
                when warn_at is null then due_at - (due_at - coalesce(counted_from, opened_at)) * %d / 100
                when suspensions = '[]' then warn_at
                else greatest(warn_at, (select max((s ->> 'to')::timestamptz) from jsonb_array_elements(suspensions) s
                    where (s ->> 'from')::timestamptz >= warn_at)) end as soon_at
            from sla_clock where stopped_at is null%s""";

    /** @param label which limit, in Chinese: {@code 签收} */
    public record Running(String label, Due due) {}

    private final JdbcClient jdbc;
    private final DueRules rules;
    private final List<LimitsOfTasks> tasks;

    RunningLimits(JdbcClient jdbc, DueRules rules, List<LimitsOfTasks> tasks) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.tasks = tasks;
    }

    /** A query of {@code appeal}, {@code what}, {@code due_at} and {@code soon_at}, a row for each limit that runs. */
    public String sql() {
        return where("");
    }

    /**
     * The same of some appeals: whoever counts a town does not look at the clocks of all the others.
     *
     * @param numbers a query of their numbers
     */
    public String sqlOf(String numbers) {
        return where(" and appeal in (" + numbers + ")");
    }

    private String where(String which) {
        return Stream.concat(
                        Stream.of(CLOCKS.formatted(rules.lastPercent(), which)),
                        tasks.stream()
                                .map(t -> "select appeal, '%s', due_at, due_at - interval '%s' from (%s) t where true%s"
                                        .formatted(t.label(), rules.limitOfTask(), t.running(), which)))
                .collect(Collectors.joining("\nunion all "));
    }

    /** Those of these appeals, the nearest first. */
    public Map<String, List<Running>> of(Collection<String> numbers) {
        return jdbc
                .sql("select * from (" + sql() + ") r where appeal = any (?) order by due_at, what")
                .param(numbers.toArray(String[]::new))
                .query((rs, i) -> Map.entry(
                        rs.getString("appeal"),
                        new Running(
                                label(rs.getString("what")),
                                new Due(TimeColumn.read(rs, "due_at"), TimeColumn.read(rs, "soon_at")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Which of them is over at that moment; engines keep whole milliseconds. Empty if none is. */
    public static String labelAt(List<Running> running, Instant at) {
        return running.stream()
                .filter(r -> at != null && r.due().at().toEpochMilli() == at.toEpochMilli())
                .map(Running::label)
                .findFirst()
                .orElse("");
    }

    private static String label(String what) {
        return Arrays.stream(ClockKind.values())
                .filter(kind -> kind.name().equals(what))
                .map(ClockKind::label)
                .findFirst()
                .orElse(what);
    }
}
