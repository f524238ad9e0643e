package org.minqing.hints;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of what should be hinted is, and how much of what should not. */
final class Recall {

    private static final Set<String> NO_DANGER = Set.of("vulnerable", "cut", "staff", "denied", "meaning", "plain");
    private static final Set<String> NOTHING = Set.of("denied", "meaning", "plain");

    /** @param of of so many, @param right so many */
    record Figure(int of, int right) {
        double rate() {
            return of == 0 ? 0 : (double) right / of;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d of %d, %.1f %%", right, of, 100 * rate());
        }
    }

    private final Map<String, Figure> hinted = new TreeMap<>();
    private final Map<String, Figure> falsely = new TreeMap<>();
    private final Map<Sentence, Set<String>> read = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    Recall(HintRules rules, List<Sentence> sentences) {
        var kinds = Stream.concat(rules.dangers().stream().map(Danger::code), Stream.of("vulnerable", "cut", "staff"));
        kinds.forEach(kind -> count(kind, rules, sentences));
        var all = sentences.stream().collect(Collectors.partitioningBy(Recall::isDangerous));
        hinted.put("danger", figure(rules, all.get(true), "danger"));
        falsely.put("danger", figure(rules, all.get(false), "danger"));
    }

    private void count(String kind, HintRules rules, List<Sentence> sentences) {
        var with = sentences.stream().filter(s -> s.labels().contains(kind)).toList();
        var without = sentences.stream()
                .filter(s ->
                        NO_DANGER.contains(kind) ? NOTHING.containsAll(s.labels()) : NO_DANGER.containsAll(s.labels()))
                .toList();
        hinted.put(kind, figure(rules, with, kind));
        falsely.put(kind, figure(rules, without, kind));
        with.stream()
                .filter(s -> !kinds(rules, s).contains(kind))
                .forEach(s -> faults.add("missed " + kind + ": " + s.text()));
        without.stream()
                .filter(s -> kinds(rules, s).contains(kind))
                .forEach(s -> faults.add("false " + kind + ": " + s.text() + " "
                        + rules.in(s.text()).found()));
    }

    private Figure figure(HintRules rules, List<Sentence> sentences, String kind) {
        return new Figure(sentences.size(), (int)
                sentences.stream().filter(s -> kinds(rules, s).contains(kind)).count());
    }

    private static boolean isDangerous(Sentence sentence) {
        return !NO_DANGER.containsAll(sentence.labels());
    }

    private Set<String> kinds(HintRules rules, Sentence sentence) {
        return read.computeIfAbsent(sentence, s -> kindsIn(rules, s));
    }

    private static Set<String> kindsIn(HintRules rules, Sentence sentence) {
        var hints = rules.in(sentence.text());
        var kinds = new HashSet<String>();
        hints.found().stream()
                .map(hint -> rules.group(hint.group()).orElseThrow().danger())
                .filter(danger -> !danger.isEmpty())
                .forEach(kinds::add);
        if (!hints.danger().isEmpty()) {
            kinds.add("danger");
        }
        if (hints.vulnerable()) {
            kinds.add("vulnerable");
        }
        if (hints.lineCut()) {
            kinds.add("cut");
        }
        if (hints.aboutStaff()) {
            kinds.add("staff");
        }
        return kinds;
    }

    Figure of(String kind) {
        return hinted.get(kind);
    }

    Figure falseAlarms(String kind) {
        return falsely.get(kind);
    }

    Set<String> kinds() {
        return hinted.keySet();
    }

    List<String> faults() {
        return faults;
    }

    @Override
    public String toString() {
        return hinted.keySet().stream()
                .map(kind -> "  " + kind + ": hinted " + hinted.get(kind) + "; falsely " + falsely.get(kind))
                .collect(Collectors.joining("\n"));
    }
}
