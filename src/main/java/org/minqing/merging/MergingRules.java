package org.minqing.merging;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** The rules of {@code merging.yml}: which appeals are likely the same matter. */
@Component
class MergingRules {

    /** In hundredths. Of those about the place the nearest one counts. */
    record Place(int sameAddress, int sameUnit, int aboveOrBelow, int neighbour, int unknown, int elsewhere) {

        private Stream<Integer> all() {
            return Stream.of(sameAddress, sameUnit, aboveOrBelow, neighbour, unknown, elsewhere);
        }
    }

    /**
     * How much each likeness counts.
     *
     * @param noWords         what is left where no word is the same, in hundredths
     * @param otherCategory   in hundredths
     * @param halvedAfterDays so many days apart it counts half
     */
    record Weights(int noWords, int otherCategory, Place place, int halvedAfterDays) {}

    private record File(
            int withinDays,
            int endedDays,
            int most,
            Weights weights,
            int least,
            int wordsFrom,
            List<String> toldToResidents,
            List<String> joinTypes,
            List<Integer> judgedFrom,
            int offeredHours,
            int unsolvedDays) {}

    private final File file;

    /** @throws IllegalStateException if the file cannot be used */
    MergingRules() {
        this(new PolicyFile("merging.yml"));
    }

    MergingRules(PolicyFile policy) {
        file = policy.read(File.class);
        if (Stream.of(
                        file.withinDays,
                        file.endedDays,
                        file.most,
                        file.unsolvedDays,
                        file.offeredHours,
                        file.weights.halvedAfterDays,
                        file.least)
                .anyMatch(n -> n < 1)) {
            throw new IllegalStateException(
                    "merging.yml: withinDays, endedDays, most, least, halvedAfterDays, offeredHours and unsolvedDays are 1 or more");
        }
        if (Stream.concat(
                        Stream.of(file.weights.noWords, file.weights.otherCategory, file.wordsFrom, file.least),
                        file.weights.place.all())
                .anyMatch(n -> n < 0 || n > 200)) {
            throw new IllegalStateException("merging.yml: what is counted in hundredths is from 0 to 200");
        }
    }

    /** So far apart two appeals may be submitted. */
    Duration within() {
        return Duration.ofDays(file.withinDays);
    }

    /** So long one is shown that has ended. */
    Duration ended() {
        return Duration.ofDays(file.endedDays);
    }

    /** How many are shown. */
    int most() {
        return file.most;
    }

    Weights weights() {
        return file.weights;
    }

    /** Whoever has less is not shown; 1 is the same in all. */
    double least() {
        return file.least / 100.0;
    }

    /** From so much on it is said that the words are alike; 1 are the same words. */
    double wordsFrom() {
        return file.wordsFrom / 100.0;
    }

    /** Codes of categories about what all can see anyway: of others no resident is told that there is such a matter. */
    List<String> toldToResidents() {
        return file.toldToResidents;
    }

    /** Whether a resident may make an appeal of that type part of another, and that one's type too. */
    boolean joins(String type) {
        return file.joinTypes.contains(type);
    }

    /** Whether the tables may say otherwise because it concerns so many people and not so few as was known. */
    boolean judgedAnew(int known, int people) {
        return file.judgedFrom.stream().anyMatch(from -> known < from && from <= people);
    }

    /** So long an offer to join is made anew; it holds that long at least and twice as long at most. */
    Duration offered() {
        return Duration.ofHours(file.offeredHours);
    }

    /** So long a supervisor is shown that a reporter found it unsolved after it was closed. */
    Duration unsolved() {
        return Duration.ofDays(file.unsolvedDays);
    }
}
