package org.minqing.hints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ahocorasick.trie.Trie;

/** The rules of one file, ready to be looked for. */
final class HintRules {

    private final HintFile file;
    private final Trie words;
    private final Map<String, HintFile.Group> groups = new LinkedHashMap<>();

    /** Expects a file in which {@link HintCheck} found nothing. */
    HintRules(HintFile file) {
        this.file = file;
        words = Trie.builder().addKeywords(file.everyWord().toList()).build();
        file.groups().forEach(group -> groups.put(group.code(), group));
    }

    List<Danger> dangers() {
        return file.dangers();
    }

    Optional<HintFile.Group> group(String code) {
        return Optional.ofNullable(groups.get(code));
    }

    /** Of all groups, in the order of the file. */
    List<String> codes() {
        return List.copyOf(groups.keySet());
    }

    Hints in(String... texts) {
        var places = new Places(Letters.of(texts), words);
        if (places.none()) {
            return Hints.NONE;
        }
        var undoing = new Undoing(file, places);
        List<Hint> found = new ArrayList<>();
        for (var group : file.groups()) {
            Stream.concat(words(group, undoing), pairs(group, places, undoing))
                    .findFirst()
                    .ifPresent(word -> found.add(new Hint(group.code(), group.name(), word)));
        }
        return hints(found);
    }

    private static Stream<String> words(HintFile.Group group, Undoing undoing) {
        return group.words().stream()
                .filter(word -> undoing.standing(group, word).stream().anyMatch(hit -> !undoing.undoes(group, hit)));
    }

    private static Stream<String> pairs(HintFile.Group group, Places places, Undoing undoing) {
        return group.together().stream()
                .flatMap(pair -> pair.one().stream()
                        .filter(places::has)
                        .flatMap(one -> pair.other().stream()
                                .filter(other -> stand(group, pair, one, other, places, undoing))
                                .map(other -> one + "…" + other)));
    }

    private static boolean stand(
            HintFile.Group group, HintFile.Pair pair, String one, String other, Places places, Undoing undoing) {
        var ones = undoing.standing(group, one);
        var others = ones.isEmpty() ? ones : undoing.standing(group, other);
        return !others.isEmpty()
                && ones.stream()
                        .anyMatch(a -> places.near(others, a, pair.within())
                                .anyMatch(b -> b.gap(a) >= 0 && !undoing.undoes(group, a.with(b))));
    }

    /** What these hint at together; groups that are gone count no more. */
    Hints hints(List<Hint> found) {
        var hinted =
                found.stream().flatMap(hint -> group(hint.group()).stream()).toList();
        var dangers = file.dangers().stream()
                .filter(danger ->
                        hinted.stream().anyMatch(group -> group.danger().equals(danger.code())))
                .toList();
        var codes = dangers.stream().map(Danger::code).toList();
        var category = hinted.stream()
                .filter(group -> !group.category().isEmpty())
                // What is dangerous is looked after first, the strongest danger before others.
                .min(Comparator.comparingInt(
                        group -> group.danger().isEmpty() ? codes.size() : codes.indexOf(group.danger())))
                .map(HintFile.Group::category);
        return new Hints(
                List.copyOf(found),
                codes.isEmpty() ? "" : codes.get(0),
                hinted.stream().anyMatch(HintFile.Group::vulnerable),
                hinted.stream().anyMatch(HintFile.Group::lineCut),
                hinted.stream().anyMatch(HintFile.Group::aboutStaff),
                category,
                calls(dangers));
    }

    /** Each number once, for the strongest of its dangers. */
    private static List<Call> calls(List<Danger> dangers) {
        Map<String, Call> calls = new LinkedHashMap<>();
        dangers.stream()
                .filter(danger -> !danger.call().isEmpty())
                .forEach(danger -> calls.putIfAbsent(danger.call(), new Call(danger.call(), danger.name())));
        return List.copyOf(calls.values());
    }
}
