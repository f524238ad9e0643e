package org.minqing.desk.ledger;

import org.minqing.sla.Alarm;
import org.minqing.time.Times;

/**
 * A timer that is not as it was set.
 *
 * @param person user id of whoever touched it; empty if nobody is named
 * @param newDue null if the timer is gone
 */
record AlarmLine(
        String appeal,
        String timer,
        String timerName,
        String kind,
        String kindName,
        String person,
        String oldDue,
        String newDue,
        String foundAt) {

    static AlarmLine of(Alarm a) {
        return new AlarmLine(
                a.appeal(),
                a.timer().name(),
                a.timer().label(),
                a.kind().name(),
                a.kind().label(),
                a.person(),
                a.oldDue() == null ? null : Times.iso(a.oldDue()),
                a.newDue() == null ? null : Times.iso(a.newDue()),
                Times.iso(a.foundAt()));
    }
}
