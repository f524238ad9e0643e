package org.minqing.roster;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on duty in a locality. Everybody of its staff reads it; those whom {@code roster.yml} names keep it. */
@Service
public class Roster {

    private final ShiftRows rows;
    private final RosterRules rules;
    private final Holdings holdings;
    private final Localities localities;
    private final Colleagues colleagues;
    private final InstantSource clock;

    Roster(
            ShiftRows rows,
            RosterRules rules,
            Holdings holdings,
            Localities localities,
            Colleagues colleagues,
            InstantSource clock) {
        this.rows = rows;
        this.rules = rules;
        this.holdings = holdings;
        this.localities = localities;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** The shifts of this moment. */
    public List<Shift> now(String locality) {
        var now = clock.instant();
        return rows.between(locality, now, now.plusMillis(1));
    }

    /** User ids of those who are on duty in this moment. */
    public Set<String> onDuty(String locality) {
        return now(locality).stream().map(Shift::person).collect(Collectors.toSet());
    }

    /** Those of this moment, and all that begin in the days that roster.yml shows. */
    public List<Shift> coming(String locality) {
        var now = clock.instant();
        return rows.between(locality, now, now.plus(Duration.ofDays(rules.daysShown())));
    }

    /** The day in Asia/Shanghai. */
    public LocalDate today() {
        return clock.instant().atZone(Times.ZONE).toLocalDate();
    }

    public boolean keeps(StaffMember person) {
        return holdings.of(person.groups()).stream()
                .anyMatch(holding -> rules.keeps(holding.post().code()));
    }

    /**
     * Puts it in for each of its weeks, or for none.
     *
     * @throws Refusal      as if there were no such form, for whoever does not keep the roster
     * @throws InvalidInput naming the field that is wrong
     */
    @Transactional
    public void add(StaffMember person, ShiftDraft draft) {
        requireKeeper(person);
        check(person.locality(), draft);
        for (int week = 0; week < draft.weeks(); week++) {
            var starts = draft.starts(week).atZone(Times.ZONE).toInstant();
            var ends = draft.ends(week).atZone(Times.ZONE).toInstant();
            try {
                rows.insert(
                        new Shift(UUID.randomUUID(), person.locality(), draft.unit(), draft.person(), starts, ends),
                        person.userId(),
                        clock.instant());
            } catch (DataAccessException e) {
                throw new InvalidInput(
                        "dutyDay",
                        Times.words(starts) + " 这一班和这个人已经排的班有重叠",
                        "overlaps another shift of the same person");
            }
        }
    }

    /** @throws Refusal if he does not keep the roster, or there is no such shift that has not ended */
    @Transactional
    public void withdraw(StaffMember person, UUID shift) {
        requireKeeper(person);
        if (!rows.withdraw(person.locality(), shift, person.userId(), clock.instant())) {
            throw Refusal.notFound();
        }
    }

    private void requireKeeper(StaffMember person) {
        if (!keeps(person)) {
            throw Refusal.notFound();
        }
    }

    private void check(String locality, ShiftDraft draft) {
        var problems = new ArrayList<FieldProblem>();
        if (localities.get(locality).unit(draft.unit()).isEmpty()) {
            problems.add(new FieldProblem("dutyPlace", "请选在哪里值班", "is no unit of the locality"));
        }
        if (colleagues.of(locality).stream().noneMatch(one -> one.userId().equals(draft.person()))) {
            problems.add(new FieldProblem("dutyPerson", "请选谁值班", "is nobody who works there"));
        }
        var begin = draft.starts(0).atZone(Times.ZONE).toInstant();
        var end = draft.ends(0).atZone(Times.ZONE).toInstant();
        if (!end.isAfter(clock.instant())) {
            problems.add(new FieldProblem("dutyDay", "这一班已经过去了", "lies in the past"));
        }
        if (draft.ends(draft.weeks() - 1).toLocalDate().isAfter(today().plusDays(rules.daysAhead()))) {
            problems.add(new FieldProblem(
                    "dutyDay",
                    "最多提前 " + rules.daysAhead() + " 天排班",
                    "is more than " + rules.daysAhead() + " days ahead"));
        }
        if (Duration.between(begin, end).compareTo(rules.longest()) > 0) {
            problems.add(new FieldProblem(
                    "dutyUntil",
                    "一班最长 " + rules.longest().toHours() + " 小时",
                    "is longer than " + rules.longest().toHours() + " hours"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
