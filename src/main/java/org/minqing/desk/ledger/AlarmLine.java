package org.minqing.desk.ledger;

import org.minqing.sla.Alarms;
import org.minqing.time.Times;

/**
 * A timer that is not as it was set.
 *
 * @param id     by which it is taken
 * @param person user id of whoever touched it; empty if nobody is named
 * @param newDue null if the timer is gone
 * @param taken  null while nobody has looked into it
 */
record AlarmLine(
        String id,
        String appeal,
        String timer,
        String timerName,
        String kind,
        String kindName,
        String person,
        String oldDue,
        String newDue,
        String foundAt,
        Taken taken) {

    /** @param who unit and post of the first who looked into it */
    record Taken(String who, String at, String words) {}

    static AlarmLine of(Alarms.Standing standing) {
        var a = standing.alarm();
        var t = standing.taking();
        return new AlarmLine(
                String.valueOf(standing.id()),
                a.appeal(),
                a.timer().name(),
                a.timer().label(),
                a.kind().name(),
                a.kind().label(),
                a.person(),
                a.oldDue() == null ? null : Times.iso(a.oldDue()),
                a.newDue() == null ? null : Times.iso(a.newDue()),
                Times.iso(a.foundAt()),
                t == null ? null : new Taken(t.as(), Times.iso(t.at()), t.words()));
    }
}
