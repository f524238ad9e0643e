package org.minqing.evaluation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Reads what somebody asks for. What is left out or empty is this month, and now. */
@Component
public class PeriodReader {

    /** For {@link org.minqing.problem.Query}. */
    public static final String FIELDS = "from to cutOff";

    private static final Pattern DAY = Pattern.compile("[2-9]\\d{3}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT =
            Pattern.compile("([2-9]\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?)(\\+08:00)?");

    private final InstantSource clock;

    PeriodReader(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param asked as {@link org.minqing.problem.Parameters} reads them
     * @throws InvalidInput at {@code from}, {@code to} or {@code cutOff}
     */
    public Period read(Map<String, String> asked) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var month = now.atZone(Times.ZONE).toLocalDate().withDayOfMonth(1);
        var problems = new ArrayList<FieldProblem>();
        var from = read(asked, "from", PeriodReader::day, month, problems);
        var to = read(asked, "to", PeriodReader::day, month.plusMonths(1), problems);
        var cutOff = read(asked, "cutOff", PeriodReader::moment, now, problems);
        refuse(problems);
        var period = new Period(from, to, cutOff);
        if (!from.isBefore(to)) {
            problems.add(new FieldProblem("to", "结束日应晚于开始日", "must be after from"));
        }
        if (cutOff.isAfter(now)) {
            problems.add(new FieldProblem("cutOff", "截止时刻不能晚于现在", "must not be in the future"));
        } else if (cutOff.isBefore(period.begin().toInstant())) {
            problems.add(
                    !asked.containsKey("cutOff")
                            ? new FieldProblem("from", "这个期间还没有开始", "must not be in the future")
                            : new FieldProblem("cutOff", "截止时刻不能早于开始日", "must not be before from"));
        }
        refuse(problems);
        return period;
    }

    private static <T> T read(
            Map<String, String> asked,
            String name,
            Function<String, Optional<T>> parser,
            T otherwise,
            List<FieldProblem> problems) {
        var typed = asked.get(name);
        if (typed == null) {
            return otherwise;
        }
        var value = parser.apply(typed);
        if (value.isEmpty()) {
            problems.add(
                    name.equals("cutOff")
                            ? new FieldProblem(
                                    name, "请填日期和时刻，例如 2026-11-30T18:00", "must be a time such as 2026-11-30T18:00")
                            : new FieldProblem(name, "请填日期，例如 2026-11-01", "must be a date such as 2026-11-01"));
        }
        return value.orElse(otherwise);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        var local = MOMENT.matcher(text);
        try {
            return local.matches()
                    ? Optional.of(LocalDateTime.parse(local.group(1))
                            .atZone(Times.ZONE)
                            .toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
