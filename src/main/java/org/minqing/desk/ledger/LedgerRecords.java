package org.minqing.desk.ledger;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.sla.Alarms;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.sla.LimitChange;
import org.minqing.sla.LimitChanges;
import org.minqing.sla.TimerLog;
import org.minqing.sla.ledger.LedgerFilter.Outcome;
import org.minqing.sla.ledger.LedgerSearch;
import org.minqing.sla.ledger.VerifyLedger;
import org.springframework.stereotype.Service;

/** Puts together what an auditor sees of one appeal. */
@Service
public class LedgerRecords {

    private final LedgerSearch search;
    private final Clocks clocks;
    private final LimitChanges changes;
    private final TimerLog timers;
    private final Alarms alarms;
    private final Localities localities;
    private final Categories categories;
    private final LedgerWords words;

    LedgerRecords(
            LedgerSearch search,
            Clocks clocks,
            LimitChanges changes,
            TimerLog timers,
            Alarms alarms,
            Localities localities,
            Categories categories,
            LedgerWords words) {
        this.search = search;
        this.clocks = clocks;
        this.changes = changes;
        this.timers = timers;
        this.alarms = alarms;
        this.localities = localities;
        this.categories = categories;
        this.words = words;
    }

    public LedgerRecord of(Appeal a) {
        var locality = localities.get(a.locality());
        return new LedgerRecord(
                a.number(),
                categories.nameOf(a.locality(), a.category()),
                unit(locality, a.handlingUnit().isEmpty() ? a.respondUnit() : a.handlingUnit()),
                a.status().label(),
                a.round(),
                clocks.of(a.number()).stream().map(c -> story(a, c)).toList(),
                search.chain(a.number()).stream().map(r -> fact(r, locality)).toList(),
                changes.of(a.number()).stream().map(LedgerRecords::request).toList(),
                timers.of(a.number()).stream().map(LedgerRecords::act).toList(),
                alarms.about(a.number()).stream().map(AlarmLine::of).toList());
    }

    private LedgerRecord.ClockStory story(Appeal a, Clock c) {
        var narration = clocks.narrate(a.number(), c);
        var outcome =
                Outcome.valueOf(c.outcome() == null ? "RUNNING" : c.outcome().name());
        return new LedgerRecord.ClockStory(
                c.kind().label(), c.round(), outcome.name(), outcome.label(), narration.steps(), narration.sentence());
    }

    private LedgerRecord.Fact fact(VerifyLedger.Row r, Locality locality) {
        return new LedgerRecord.Fact(
                r.id(),
                r.seq(),
                LedgerWords.seconds(r.at()),
                clock(r.clock()),
                r.round(),
                r.kind(),
                LedgerWords.kind(r.kind()),
                r.due() == null ? "" : LedgerWords.seconds(r.due()),
                unit(locality, r.unit()),
                r.actor(),
                words.detail(r.detail(), locality),
                r.hash());
    }

    private static LedgerRecord.Request request(LimitChange c) {
        return new LedgerRecord.Request(
                c.words(),
                c.round(),
                c.askedBy(),
                LedgerWords.seconds(c.askedAt()),
                c.decidedBy(),
                c.granted(),
                c.lapsedAt() != null);
    }

    private static LedgerRecord.TimerAct act(TimerLog.Entry e) {
        return new LedgerRecord.TimerAct(
                e.timer().label(),
                e.act(),
                LedgerWords.seconds(e.at()),
                LedgerWords.seconds(e.dueAt()),
                e.act().equals("FIRED")
                        ? String.format(
                                Locale.ROOT,
                                "%.1f",
                                Duration.between(e.dueAt(), e.at()).toMillis() / 1000.0)
                        : null);
    }

    private static String unit(Locality locality, String code) {
        return UnitTree.name(locality, code, code);
    }

    /** As it stands if it is none of ours: nobody but an intruder writes such a row. */
    static String clock(String code) {
        return Optional.of(code)
                .flatMap(c -> Arrays.stream(ClockKind.values())
                        .filter(k -> k.name().equals(c))
                        .findFirst())
                .map(ClockKind::label)
                .orElse(code);
    }
}
