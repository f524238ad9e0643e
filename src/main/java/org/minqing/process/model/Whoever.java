package org.minqing.process.model;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.appeal.Subjects;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Locality;
import org.minqing.organisation.StandIns;
import org.minqing.sla.Alarm;
import org.minqing.sla.Alarms;
import org.minqing.sla.TimerLog.Timer;
import org.springframework.stereotype.Component;

/** The groups to which a task is offered. If nobody is left who may do it, it lies with the post all the same, and an alarm says so. */
@Component
public class Whoever {

    private final StandIns standIns;
    private final Subjects subjects;
    private final Duties duties;
    private final Alarms alarms;
    private final InstantSource clock;

    Whoever(StandIns standIns, Subjects subjects, Duties duties, Alarms alarms, InstantSource clock) {
        this.standIns = standIns;
        this.subjects = subjects;
        this.duties = duties;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Those that hold one of the posts and may do that: the appeal is not about them, and they did nothing in it that excludes it.
     * Where nobody is left, who stands in for the first.
     */
    List<String> of(Locality locality, List<String> posts, String unit, String number, Duty duty) {
        return without(List.of(), locality, posts, unit, number, duty);
    }

    /** The same without these people, for a reason of their own. */
    public List<String> without(
            Collection<String> people, Locality locality, List<String> posts, String unit, String number, Duty duty) {
        var recused = Stream.of(subjects.of(number), duties.excluded(number, duty), people)
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
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
