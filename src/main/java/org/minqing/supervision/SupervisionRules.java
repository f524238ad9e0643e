package org.minqing.supervision;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** The rules of {@code supervision.yml}. */
@Component
public class SupervisionRules {

    /**
     * Appeals of about one age.
     *
     * @param code as an address names it
     * @param from the fewest days
     */
    record Band(String code, String name, int from) {}

    /** What a unit must have to be shown as needing help. */
    record Help(int overdue, int oldestDays, boolean vacant) {}

    /**
     * What the pictures of a day show.
     *
     * @param days      before today, one by one
     * @param usualDays before today, whose hours are averaged
     */
    record Pictures(int days, int usualDays) {}

    private record File(
            List<Band> bands, Help needsHelp, String remindEvery, List<Duration> timeline, Pictures pictures) {}

    private final File file;

    /** @throws IllegalStateException if the file cannot be used */
    SupervisionRules() {
        file = new PolicyFile("supervision.yml").read(File.class);
        var from = bands().stream().map(Band::from).toList();
        if (from.isEmpty()
                || from.get(0) != 0
                || !from.equals(from.stream()
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .toList())) {
            throw new IllegalStateException("supervision.yml: bands begin with 0 and grow, not " + from);
        }
        var steps = file.timeline();
        if (steps == null
                || steps.isEmpty()
                || !steps.equals(steps.stream().distinct().sorted().toList())) {
            throw new IllegalStateException("supervision.yml: timeline grows, not " + steps);
        }
        var pictures = file.pictures();
        if (pictures == null || pictures.days() < 1 || pictures.usualDays() < 1) {
            throw new IllegalStateException("supervision.yml: pictures need days and usualDays of 1 or more");
        }
    }

    /** The youngest first; together they hold every age. */
    public List<Band> bands() {
        return file.bands();
    }

    Help needsHelp() {
        return file.needsHelp();
    }

    /** So long after a reminder comes no other. */
    Duration remindEvery() {
        return Duration.parse(file.remindEvery());
    }

    /** From now on; the last step of the day is midnight. */
    List<Duration> timeline() {
        return file.timeline();
    }

    Pictures pictures() {
        return file.pictures();
    }
}
