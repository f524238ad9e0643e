package org.minqing.hints;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of hints as it is written, not yet checked. What each part means stands at the head of {@code hints.yml}.
 *
 * @param dangers the strongest first
 * @param unless  words that undo a hint near them, by code
 */
record HintFile(List<Danger> dangers, Negations negations, Map<String, Unless> unless, List<Group> groups) {

    /**
     * @param words  undo a hint right behind them
     * @param except contain such a word and undo nothing
     */
    record Negations(
            List<String> words,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> except) {}

    /**
     * @param within so many signs before or behind a hint, in the same sentence
     * @param still  words as near, which keep the hint all the same
     */
    record Unless(
            String name,
            int within,
            List<String> words,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> still) {

        Stream<String> everyWord() {
            return Stream.concat(words.stream(), still.stream());
        }
    }

    /**
     * @param words        each hints by itself
     * @param together     pairs that hint where they stand near each other
     * @param otherMeaning longer words that contain one of the others and mean something else
     * @param unless       codes of {@link HintFile#unless}
     * @param settled      words behind a hint that say it is over
     */
    record Group(
            String code,
            String name,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String danger,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Boolean vulnerable,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Boolean lineCut,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Boolean aboutStaff,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String category,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> words,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Pair> together,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> otherMeaning,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> unless,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> settled) {

        Stream<String> everyWord() {
            return Stream.of(
                            words.stream(),
                            together.stream()
                                    .flatMap(pair -> Stream.concat(pair.one().stream(), pair.other().stream())),
                            otherMeaning.stream(),
                            settled.stream())
                    .flatMap(all -> all);
        }

        /** How many of danger, vulnerable, line cut and about staff it hints at. */
        long facts() {
            return Stream.of(!danger.isEmpty(), vulnerable, lineCut, aboutStaff)
                    .filter(fact -> fact)
                    .count();
        }
    }

    /** @param within so many signs at most between one and the other, whichever comes first */
    record Pair(List<String> one, List<String> other, int within) {}

    Stream<String> everyWord() {
        return Stream.of(
                        negations.words().stream(),
                        negations.except().stream(),
                        unless.values().stream().flatMap(Unless::everyWord),
                        groups.stream().flatMap(Group::everyWord))
                .flatMap(all -> all);
    }
}
