package org.minqing.merging;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How well a method finds the other tellings of a matter among all texts of a locality. */
final class Ranking {

    /** How alike two texts are; 0 is never shown. */
    interface Method {
        double score(ToldText one, ToldText other);
    }

    /**
     * What was seen.
     *
     * @param precision of the first three, the share that is the same matter
     * @param rank      mean of 1 through the place of the first that is; 0 where none is found
     * @param none      for how many none is found
     * @param shown     how many of the first five have enough to be shown
     * @param right     how many of these are the same matter
     */
    record Figures(double precision, double rank, int none, int shown, int right) {}

    private static final int FIRST = 3;
    private static final int SHOWN = 5;

    private final List<ToldText> texts;

    Ranking(List<ToldText> texts) {
        this.texts = texts;
    }

    /**
     * Asks with each of the texts of every other matter.
     *
     * @param even  the even matters; else the odd ones
     * @param least fewer are not shown
     */
    Figures of(Method method, boolean even, double least) {
        var asked = texts.stream().filter(t -> t.matter() % 2 == 0 == even).toList();
        double precision = 0;
        double rank = 0;
        int none = 0;
        int shown = 0;
        int right = 0;
        for (var one : asked) {
            var found = found(method, one);
            precision += found.stream()
                            .limit(FIRST)
                            .filter(f -> f.text().matter() == one.matter())
                            .count()
                    / (double) FIRST;
            var first = IntStream.range(0, found.size())
                    .filter(i -> found.get(i).text().matter() == one.matter())
                    .findFirst();
            rank += first.isPresent() ? 1.0 / (first.getAsInt() + 1) : 0;
            none += first.isPresent() ? 0 : 1;
            var five =
                    found.stream().limit(SHOWN).filter(f -> f.score() >= least).toList();
            shown += five.size();
            right += (int)
                    five.stream().filter(f -> f.text().matter() == one.matter()).count();
        }
        return new Figures(precision / asked.size(), rank / asked.size(), none, shown, right);
    }

    private record Scored(ToldText text, double score) {}

    private List<Scored> found(Method method, ToldText one) {
        return texts.stream()
                .filter(other -> other != one && other.locality().equals(one.locality()))
                .map(other -> new Scored(other, method.score(one, other)))
                .filter(found -> found.score() > 0)
                .sorted(Comparator.comparing(Scored::score, Comparator.reverseOrder())
                        .thenComparing(found -> found.text().id()))
                .toList();
    }

    static String two(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }
}
