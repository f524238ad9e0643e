package org.minqing.desk.cockpit;

import java.time.Instant;
import java.time.InstantSource;
import org.minqing.access.AppealAccess;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.desk.ledger.LedgerRecords;
import org.minqing.organisation.Localities;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** Puts together what Cockpit shows of one process. */
@Service
class InstanceSheets {

    private final RunningProcesses processes;
    private final AppealAccess access;
    private final Appeals appeals;
    private final Localities localities;
    private final Clocks clocks;
    private final LedgerRecords records;
    private final InstantSource clock;

    InstanceSheets(
            RunningProcesses processes,
            AppealAccess access,
            Appeals appeals,
            Localities localities,
            Clocks clocks,
            LedgerRecords records,
            InstantSource clock) {
        this.processes = processes;
        this.access = access;
        this.appeals = appeals;
        this.localities = localities;
        this.clocks = clocks;
        this.records = records;
        this.clock = clock;
    }

    /** @throws Refusal if there is no such process, or it is about an appeal that this person may not see */
    InstanceSheet of(StaffMember person, String processInstance) {
        var number = processes.appealOf(processInstance).orElseThrow(Refusal::notFound);
        var appeal = person.administrator()
                ? appeals.find(number).orElseThrow(Refusal::notFound)
                : access.visible(person, number);
        var now = clock.instant();
        return new InstanceSheet(
                number,
                person.administrator() ? null : appeal.title(),
                localities.get(appeal.locality()).name(),
                appeal.status().label(),
                clocks.of(number).stream().map(c -> line(appeal, c, now)).toList(),
                records.of(appeal).facts());
    }

    private InstanceSheet.ClockLine line(Appeal appeal, Clock c, Instant now) {
        var told = clocks.narrate(appeal.number(), c);
        var state = state(c, now);
        return new InstanceSheet.ClockLine(
                c.kind().label(),
                c.round(),
                Times.iso(c.dueAt()),
                state,
                words(c, state, now),
                told.sentence(),
                told.steps());
    }

    private static String state(Clock c, Instant now) {
        if (c.stoppedAt() != null) {
            return c.outcome().name();
        }
        if (c.dueAt().isBefore(now)) {
            return "LATE";
        }
        return c.pausedAt(now) ? "PAUSED" : "RUNNING";
    }

    private static String words(Clock c, String state, Instant now) {
        return switch (state) {
            case "PAUSED" -> "暂停计时，" + Spans.left(now, c.dueAt());
            case "RUNNING", "LATE" -> Spans.left(now, c.dueAt());
            default -> c.outcome().label();
        };
    }
}
