package org.minqing.process.model;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.minqing.appeal.Subjects;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Locality;
import org.minqing.organisation.StandIns;
import org.minqing.sla.Alarm;
import org.minqing.sla.Alarms;
import org.minqing.sla.TimerLog.Timer;
import org.springframework.stereotype.Component;

/** The groups to which a task is offered. If nobody is left who may do it, it lies with the post all the same, and an alarm says so. */
@Component
class Whoever {

    private final StandIns standIns;
    private final Subjects subjects;
    private final Recusals recusals;
    private final Alarms alarms;
    private final InstantSource clock;

    Whoever(StandIns standIns, Subjects subjects, Recusals recusals, Alarms alarms, InstantSource clock) {
        this.standIns = standIns;
        this.subjects = subjects;
        this.recusals = recusals;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Those that hold one of the posts and are not whom the appeal is about; where nobody is left, who stands in for the first. */
    List<String> of(Locality locality, List<String> posts, String unit, String number) {
        return groups(locality, posts, unit, number, subjects.of(number));
    }

    /** The same without whoever has the appeal. */
    List<String> uninvolved(Locality locality, String post, String unit, String number) {
        return groups(locality, List.of(post), unit, number, recusals.of(number));
    }

    /** Nor whoever ever handled it. */
    List<String> neverInvolved(Locality locality, String post, String unit, String number) {
        return groups(locality, List.of(post), unit, number, recusals.ever(number));
    }

    private List<String> groups(
            Locality locality, List<String> posts, String unit, String number, Collection<String> recused) {
        var all = posts.stream()
                .flatMap(post -> locality.holdersOf(post, unit).stream())
                .toList();
        if (recused.isEmpty()) {
            return all.stream().map(Holding::group).toList();
        }
        var left = all.stream().filter(h -> standIns.keeps(h, recused)).toList();
        var offered = left.isEmpty()
                ? posts.stream()
                        .map(post -> standIns.holders(locality, post, unit, recused))
                        .filter(holders -> !holders.isEmpty())
                        .findFirst()
                        .orElseGet(() -> nobody(number, all))
                : left;
        return offered.stream().map(Holding::group).toList();
    }

    private List<Holding> nobody(String number, List<Holding> all) {
        alarms.raise(new Alarm(number, Timer.LIMIT, Alarm.Kind.NOBODY_LEFT, "", null, null, clock.instant()));
        return all;
    }
}
