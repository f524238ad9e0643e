package org.minqing.proof.mould;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way in which an appeal may go, in one category.
 *
 * @param name   what happens
 * @param open   whether it is left open at the end
 * @param merged whether it ends in another appeal
 * @param weight how many of a thousand go like that
 * @param facts  names of what is known about it
 * @param steps  what {@link Walk} does one after the other
 */
public record Life(
        String name,
        boolean open,
        boolean merged,
        double weight,
        String category,
        List<String> facts,
        List<String> steps) {

    /**
     * A duration lets time pass; {@code dispatch:post} is done only where a dispatcher confirms. Rows with several categories
     * share their weight.
     */
    private static final String LIVES = """
            satisfied    | 300 | other micro-wish sanitation parking dispute | | PT2H respond P1D progress P1D done PT5H rate
            called back  | 200 | property pension elder-care medical | needsEnforcement | PT3H respond PT2H dispatch:civil-affairs P3D done P1D call
            department   | 130 | street-lighting road sewage | | PT1H respond PT2H dispatch:housing-construction P2D progress P2D done PT20H rate
            urgent       |  60 | heating water-supply | lineCut | PT20M respond PT10M dispatch:property-services PT30M arrived PT8H done PT4H call
            petition     |  20 | petition | | PT2H name PT46H respond P20D done P2D rate
            unanswered   | 100 | other care | | PT2H respond P2D done noAnswer P8D
            late contact |  50 | other farming | | PT30H supervise respond P1D done PT6H rate
            late result  |  40 | property irrigation | needsEnforcement | PT3H respond PT2H dispatch:agriculture P9D supervise done PT4H call
            redone       |  40 | sanitation | | PT2H respond P1D done PT5H rateBad dispatch:city-management P1D done PT4H rate
            reviewed     |  10 | parking | | PT2H respond P1D done PT5H rateBad dispatch:housing-construction P1D done PT5H rateBad P1D done PT5H rateBad P1D close
            withdrawn    |  30 | other dispute | | PT2H respond PT3H withdraw
            merged       |  20 | street-lighting | | PT1H merge
            fresh        |  15 | other sewage safety-hazard | | open
            claimed      |  60 | other property dispute | | PT30M claim open
            no contact   |  60 | other care | | PT30H supervise PT5H supervise PT5H supervise open
            overdue      |  30 | dispute medical | | PT26H open
            returned     |  50 | farming | | PT2H respond PT2H back open
            in hand      | 180 | other sanitation | | PT2H respond P1D open
            with office  | 180 | road street-lighting property pension | needsEnforcement | PT2H respond PT1H dispatch:property-services P1D open
            long         |  60 | parking | needsOtherUnits needsFunds | PT2H respond PT2H dispatch:housing-construction P5D progress P10D open
            late in hand |  40 | irrigation | needsEnforcement | PT2H respond PT2H dispatch:agriculture P10D supervise P1D open
            to call      |  60 | other | | PT2H respond P1D done PT2H open
            to be rated  | 250 | other sanitation | | PT2H respond P1D done noAnswer PT2H open
            dissatisfied |   5 | parking | | PT2H respond P1D done PT5H rateBad dispatch:housing-construction P1D done PT5H rateBad P1D done PT5H rateBad open
            again        |  10 | sanitation | | PT2H respond P1D done PT5H rateBad dispatch:city-management PT4H open
            """;

    public static List<Life> all() {
        return LIVES.lines().flatMap(Life::of).toList();
    }

    /** How much time passes in it. */
    Duration length() {
        return steps.stream()
                .filter(step -> step.startsWith("P"))
                .map(Duration::parse)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Stream<Life> of(String row) {
        var cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
        var categories = words(cells.get(2));
        var steps = words(cells.get(4));
        boolean open = steps.contains("open");
        return categories.stream()
                .map(category -> new Life(
                        cells.get(0),
                        open,
                        steps.contains("merge"),
                        Double.parseDouble(cells.get(1)) / categories.size(),
                        category,
                        words(cells.get(3)),
                        steps.stream().filter(step -> !step.equals("open")).toList()));
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split(" "));
    }
}
