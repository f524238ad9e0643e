package org.minqing.desk.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.page.Search;
import org.minqing.security.StaffMember;
import org.minqing.sla.Alarms;
import org.minqing.sla.ledger.LedgerSearch;
import org.minqing.sla.ledger.LedgerSearch.Found;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** What auditors find: clocks and alarms of their own locality. */
@Service
class LedgerLists {

    private final LedgerSearch search;
    private final Alarms alarms;
    private final Localities localities;
    private final InstantSource clock;

    LedgerLists(LedgerSearch search, Alarms alarms, Localities localities, InstantSource clock) {
        this.search = search;
        this.alarms = alarms;
        this.localities = localities;
        this.clock = clock;
    }

    LedgerPage find(LedgerQuestion question) {
        var found = search.find(question.filter(), question.page());
        var locality = localities.get(question.filter().locality());
        var now = clock.instant();
        return new LedgerPage(
                found.total(),
                found.more(),
                question.page(),
                Search.pages(found.total(), LedgerSearch.PAGE),
                found.clocks().stream().map(c -> line(c, locality, now)).toList());
    }

    /** What nobody has looked into first, then newest first. */
    List<AlarmLine> alarms(StaffMember person, int most) {
        return alarms.of(person.locality(), most).stream().map(AlarmLine::of).toList();
    }

    private static LedgerLine line(Found c, Locality locality, Instant now) {
        var late = c.late(now);
        return new LedgerLine(
                c.appeal(),
                c.clock().name(),
                c.clock().label(),
                c.round(),
                c.unit(),
                UnitTree.name(locality, c.unit()),
                Times.iso(c.openedAt()),
                Times.iso(c.dueAt()),
                c.outcome().name(),
                c.outcome().label(),
                c.doneAt() == null ? null : Times.iso(c.doneAt()),
                late == null ? null : Spans.begun(late).toSeconds(),
                late == null ? null : Spans.length(Spans.begun(late)),
                c.alarm());
    }
}
