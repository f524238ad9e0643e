package org.minqing.evaluation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.minqing.appeal.Times;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads what somebody asks for. What is left out or empty is this month, and now. */
@Component
class PeriodReader {

    static final Set<String> NAMES = Set.of("from", "to", "cutOff");

    private static final int MOST_NAMED = 20;
    private static final Pattern DAY = Pattern.compile("[2-9]\\d{3}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT =
            Pattern.compile("([2-9]\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?)(\\+08:00)?");

    private final InstantSource clock;

    PeriodReader(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws InvalidInput naming parameters that nobody knows or that come twice */
    static void known(MultiValueMap<String, String> asked) {
        var problems = new ArrayList<FieldProblem>();
        asked.forEach((name, values) -> {
            if (!NAMES.contains(name)) {
                problems.add(new FieldProblem(name, "没有这个参数", "unknown parameter"));
            } else if (values.size() > 1) {
                problems.add(new FieldProblem(name, "只能填一次", "must come once"));
            }
        });
        refuse(problems.stream().limit(MOST_NAMED).toList());
    }

    /** @throws InvalidInput at {@code from}, {@code to} or {@code cutOff} */
    Period read(MultiValueMap<String, String> asked) {
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
                    nothing(asked.getFirst("cutOff"))
                            ? new FieldProblem("from", "这个期间还没有开始", "must not be in the future")
                            : new FieldProblem("cutOff", "截止时刻不能早于开始日", "must not be before from"));
        }
        refuse(problems);
        return period;
    }

    private static <T> T read(
            MultiValueMap<String, String> asked,
            String name,
            Function<String, Optional<T>> parser,
            T otherwise,
            List<FieldProblem> problems) {
        var typed = asked.getFirst(name);
        if (nothing(typed)) {
            return otherwise;
        }
        var value = parser.apply(typed.strip());
        if (value.isEmpty()) {
            problems.add(
                    name.equals("cutOff")
                            ? new FieldProblem(
                                    name, "请填日期和时刻，例如 2026-11-30T18:00", "must be a time such as 2026-11-30T18:00")
                            : new FieldProblem(name, "请填日期，例如 2026-11-01", "must be a date such as 2026-11-01"));
        }
        return value.orElse(otherwise);
    }

    private static boolean nothing(String typed) {
        return typed == null || typed.isBlank();
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
