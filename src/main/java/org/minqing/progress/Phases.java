package org.minqing.progress;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEventKind;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Timeline;
import org.minqing.code.Coded;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.sla.Clocks;
import org.springframework.stereotype.Component;

/**
 * Finds out how far an appeal has come from what has happened, never from the order of the states: praise is closed without
 * anybody being asked, and an appeal that is withdrawn was never handled because of that.
 */
@Component
public class Phases {

    private static final Set<AppealEventKind> DISPATCHED =
            EnumSet.of(AppealEventKind.DISPATCHED, AppealEventKind.REASSIGNED, AppealEventKind.ACCEPTED);

    private static final Set<AppealEventKind> HANDLED = EnumSet.of(
            AppealEventKind.RESPONDED,
            AppealEventKind.ARRIVED,
            AppealEventKind.DANGER_REMOVED,
            AppealEventKind.PROGRESSED,
            AppealEventKind.RESULTED);

    private final Localities localities;
    private final Timeline timeline;
    private final Clocks clocks;

    Phases(Localities localities, Timeline timeline, Clocks clocks) {
        this.localities = localities;
        this.timeline = timeline;
        this.clocks = clocks;
    }

    public Progress of(Appeal appeal) {
        var happened = happened(appeal);
        var end = end(appeal);
        var words = localities.get(appeal.locality()).phases();
        var keys = Locality.PHASES;
        var latest = IntStream.range(0, keys.size())
                .filter(i -> happened.contains(keys.get(i)))
                .max()
                .orElse(-1);
        return new Progress(
                IntStream.range(0, keys.size())
                        .mapToObj(i -> new Progress.Phase(
                                words.get(keys.get(i)), happened.contains(keys.get(i)), i == latest && end == null))
                        .toList(),
                end);
    }

    /** Keys of {@link Locality#PHASES}. */
    private Set<String> happened(Appeal appeal) {
        var kinds = EnumSet.noneOf(AppealEventKind.class);
        timeline.of(appeal.number()).forEach(step -> kinds.add(Coded.of(AppealEventKind.class, step.kind())));
        var happened = new HashSet<String>(List.of("received"));
        var handled = kinds.stream().anyMatch(HANDLED::contains);
        if (handled || kinds.stream().anyMatch(DISPATCHED::contains)) {
            happened.add("dispatched");
        }
        if (handled) {
            happened.add("handling");
        }
        if (asked(appeal)) {
            happened.add("feedback");
        }
        if (appeal.status() == AppealStatus.CLOSED || appeal.status() == AppealStatus.CLOSED_UNANSWERED) {
            happened.add("closed");
        }
        return happened;
    }

    /** Whether there is a result of this round of which the resident is or was asked: of one that is done again he was asked before. */
    private boolean asked(Appeal appeal) {
        return clocks.of(appeal.number()).stream()
                .anyMatch(c -> c.kind() == ClockKind.CALL_BACK && c.round() == appeal.round());
    }

    private static String end(Appeal appeal) {
        return switch (appeal.status()) {
            case WITHDRAWN -> "已撤回";
            // Not into which: that is another resident's.
            case MERGED -> "已合并办理";
            default -> null;
        };
    }
}
