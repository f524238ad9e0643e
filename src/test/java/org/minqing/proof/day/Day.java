package org.minqing.proof.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minqing.support.Api;

/** Plays the day move by move. */
final class Day {

    /** More would not tell more. */
    private static final int ENOUGH = 40;

    private final Town town;
    private final List<Move> moves;
    private final int every;
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int played;
    private int checks;
    private long compared;

    /** @param every after how many moves all screens are laid beside each other; the rest is looked at after each */
    Day(Town town, List<Move> moves, int every) {
        this.town = town;
        this.moves = moves;
        this.every = every;
    }

    Day play(int most) {
        while (played < most && wrong.size() < ENOUGH) {
            var act = town.pick(moves).draw(town);
            if (act.isPresent()) {
                played++;
                look(act.get(), act.get().send().get());
                if (played % every == 0 || played == most) {
                    compare();
                }
            }
        }
        return this;
    }

    private void look(Act act, Api.Answer answer) {
        var good = answer.status() < 300;
        (good ? done : refused)
                .merge(good ? act.kind() : act.kind() + ": " + answer.status() + " " + why(answer), 1, Integer::sum);
        if (!act.right().contains(answer.status())) {
            wrong(act + " was answered with " + answer.status() + " " + why(answer) + ", not " + act.right());
        }
        if (good && !act.after().isEmpty()) {
            var state = town.find(act.about()).orElseThrow().status();
            if (!act.after().contains(state)) {
                wrong(act + " led to " + state + ", not " + act.after());
            }
        }
        Holders.missing(town).forEach(line -> wrong(line + " after " + act));
        Duties.broken(town).forEach(line -> wrong(line + " after " + act));
    }

    private void compare() {
        var agreement = new Agreement(town);
        agreement.differences().forEach(this::wrong);
        checks++;
        compared += agreement.compared();
    }

    /** With the move, by which it is found again. */
    private void wrong(String what) {
        if (wrong.stream().noneMatch(known -> known.endsWith(what))) {
            wrong.add("move " + played + ": " + what);
        }
    }

    private static String why(Api.Answer answer) {
        var errors = answer.json().path("errors");
        return answer.json().path("detail").asText()
                + (errors.isEmpty()
                        ? ""
                        : " " + errors.path(0).path("field").asText() + " "
                                + errors.path(0).path("zh").asText());
    }

    /** Acts that were done, by kind. */
    Map<String, Integer> done() {
        return done;
    }

    /** Acts that were refused, by kind and reason. */
    Map<String, Integer> refused() {
        return refused;
    }

    /** Empty if all was as it should be. */
    List<String> wrong() {
        return wrong;
    }

    int played() {
        return played;
    }

    /** How often all screens were laid beside each other. */
    int checks() {
        return checks;
    }

    long compared() {
        return compared;
    }
}
