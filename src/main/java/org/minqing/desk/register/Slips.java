package org.minqing.desk.register;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minqing.access.CodeRights;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.hints.AppealHints;
import org.minqing.hints.Call;
import org.minqing.hints.WordHints;
import org.minqing.security.StaffMember;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** The slips of what somebody took down. */
@Component
public class Slips {

    private static final int MOST = 10;

    /** So long somebody goes on with the channel he had last. */
    private static final Duration SITTING = Duration.ofHours(4);

    private final Appeals appeals;
    private final Clocks clocks;
    private final AppealHints noted;
    private final WordHints hints;
    private final Sources sources;
    private final CodeRights codes;
    private final InstantSource clock;

    Slips(
            Appeals appeals,
            Clocks clocks,
            AppealHints noted,
            WordHints hints,
            Sources sources,
            CodeRights codes,
            InstantSource clock) {
        this.appeals = appeals;
        this.clocks = clocks;
        this.noted = noted;
        this.hints = hints;
        this.sources = sources;
        this.codes = codes;
        this.clock = clock;
    }

    /** The latest that this person took down, newest first. */
    public List<Slip> latest(StaffMember person) {
        return appeals.recordedBy(person.userId(), MOST).stream().map(this::of).toList();
    }

    Slip of(Appeal a) {
        var all = clocks.of(a.number());
        return new Slip(
                a.number(),
                a.number().replaceAll("([0-9]{4})(?=[0-9])", "$1 ").replace('-', ' '),
                a.title(),
                codes.toldNow(a)
                        .map(code -> code.replaceAll("(.{4})(?=.)", "$1 "))
                        .orElse(null),
                Times.words(a.submittedAt()),
                a.channel(),
                sources.of(a.number()).orElse(null),
                due(all, ClockKind.RESPOND),
                due(all, ClockKind.RESOLVE),
                calls(a));
    }

    /** The channel of what he took down last, if he still sits there. */
    Optional<String> channelOf(StaffMember person) {
        return appeals.recordedBy(person.userId(), 1).stream()
                .filter(a -> a.submittedAt().isAfter(clock.instant().minus(SITTING)))
                .map(Appeal::channel)
                .findFirst();
    }

    /** For the danger that somebody named, and for those of the words; each number once. */
    private List<Call> calls(Appeal a) {
        var named = hints.dangers(a.locality()).stream()
                .filter(danger -> danger.code().equals(a.facts().danger())
                        && !danger.call().isEmpty())
                .map(danger -> new Call(danger.call(), danger.name()));
        var calls = Stream.concat(named, noted.standing(a).call().stream()).toList();
        return calls.stream()
                .filter(call -> calls.stream()
                        .filter(other -> other.number().equals(call.number()))
                        .findFirst()
                        .filter(first -> first == call)
                        .isPresent())
                .toList();
    }

    private static String due(List<Clock> clocks, ClockKind kind) {
        return Clock.last(clocks, kind).map(c -> Times.end(c.dueAt())).orElse(null);
    }
}
