package org.minqing.process.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.minqing.appeal.kind.DangerKind;

/**
 * Every type, category, danger and combination of facts goes through all tables of a locality, as an appeal does. Of
 * categories and dangers that no table of it tells apart, one stands for all.
 */
class NoFactWeakensTest {

    static final List<String> LOCALITIES = LocalTables.differing();

    private static final List<String> SERIOUS = List.of("safetyRisk", "lineCut", "vulnerable");
    private static final List<String> OF_MONEY_AND_RANK =
            List.of("needsOtherUnits", "needsFunds", "needsEnforcement", "needsPublicSupport", "beyondStreet");
    private static final List<Integer> PEOPLE = List.of(0, 10, 500);
    private static final Map<String, Duration> LENGTHS = new HashMap<>();
    private static final List<String> URGENCIES = List.of("normal", "complex", "urgent", "emergency");

    @ParameterizedTest
    @FieldSource("LOCALITIES")
    void noFactWeakensARuleOfLawOrDanger(String locality) {
        var tables = LocalTables.of(locality);
        var judging = new Judging(tables);
        var facts = new HashMap<String, Object>();
        var asked = 0;
        var types = classes(tables, "type", all(tables, "type"));
        for (var type : types) {
            for (var category : classes(tables, "category", all(tables, "category"))) {
                for (var danger : classes(tables, "danger", dangers())) {
                    // Whoever works here is protected from the matter whatever its type is called.
                    for (var aboutStaff : type.equals(types.get(0)) ? List.of(false, true) : List.of(false)) {
                        facts.putAll(Map.of("type", type, "category", category, "danger", danger));
                        facts.put("aboutStaff", aboutStaff);
                        asked += everyCombination(judging, facts);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(100_000);
    }

    private static int everyCombination(Judging judging, Map<String, Object> known) {
        var flags = Stream.concat(SERIOUS.stream(), OF_MONEY_AND_RANK.stream()).toList();
        var facts = new HashMap<>(known);
        var law = new HashSet<Map<String, Object>>();
        // By the serious facts; the others must make no difference to how urgent danger is.
        var urgency = new HashMap<Integer, Integer>();
        var asked = 0;
        for (var people : PEOPLE) {
            facts.put("peopleAffected", people);
            for (var bits = 0; bits < 1 << flags.size(); bits++) {
                for (var flag = 0; flag < flags.size(); flag++) {
                    facts.put(flags.get(flag), (bits >> flag & 1) == 1);
                }
                var judged = judging.judged(facts);
                asked++;
                holdsAlways(facts, judged);
                if (judged.get("track").equals("confidential")) {
                    law.add(judged);
                } else if (!known.get("danger").equals("")) {
                    holdsInDanger(facts, judged);
                }
                var serious = PEOPLE.indexOf(people) << SERIOUS.size() | bits & (1 << SERIOUS.size()) - 1;
                var urgent = urgent(judged);
                if (urgent >= URGENCIES.indexOf("urgent")
                        || urgency.getOrDefault(serious, 0) >= URGENCIES.indexOf("urgent")) {
                    assertThat(urgency.getOrDefault(serious, urgent))
                            .as("%s", facts)
                            .isEqualTo(urgent);
                }
                urgency.merge(serious, urgent, Math::max);
            }
        }
        assertThat(law.stream().map(NoFactWeakensTest::whoAndWhen).distinct())
                .as(known.toString())
                .hasSizeLessThanOrEqualTo(1);
        rises(urgency, known);
        return asked;
    }

    private static List<Object> whoAndWhen(Map<String, Object> judged) {
        return List.of(
                limits(judged),
                judged.get("urgency"),
                judged.get("lead"),
                judged.get("respond"),
                judged.get("assist"),
                judged.get("dangerPosts"));
    }

    /** More people, or one serious fact more, never makes a matter less urgent. */
    private static void rises(Map<Integer, Integer> urgency, Map<String, Object> known) {
        urgency.forEach((serious, urgent) -> {
            IntStream.range(0, SERIOUS.size())
                    .mapToObj(flag -> urgency.get(serious | 1 << flag))
                    .forEach(more -> assertThat(more).as(known.toString()).isGreaterThanOrEqualTo(urgent));
            var more = urgency.get(serious + (1 << SERIOUS.size()));
            if (more != null) {
                assertThat(more).as(known.toString()).isGreaterThanOrEqualTo(urgent);
            }
        });
    }

    private static void holdsAlways(Map<String, Object> facts, Map<String, Object> judged) {
        var urgent =
                judged.get("urgency").equals("urgent") || judged.get("urgency").equals("emergency");
        if (urgent
                && (judged.get("lead").equals("party-member")
                        || judged.get("respond").equals(List.of("party-member")))) {
            throw new AssertionError("A volunteer alone: " + facts + judged);
        }
        if (length(judged, "acceptWithin").compareTo(length(judged, "respondWithin")) > 0) {
            throw new AssertionError("Accepted after the response: " + facts + judged);
        }
        var leadAndHelp = new ArrayList<Object>((List<?>) judged.get("assist"));
        leadAndHelp.add(judged.get("lead"));
        var confidential = judged.get("track").equals("confidential");
        if (Boolean.TRUE.equals(facts.get("needsEnforcement"))
                && !confidential
                && !leadAndHelp.contains("city-management")) {
            throw new AssertionError("Enforcement without its post: " + facts + judged);
        }
        if (confidential
                && !(leadAndHelp.equals(List.of("petition-office"))
                        && judged.get("respond").equals(leadAndHelp))) {
            throw new AssertionError("Not the petition office alone: " + facts + judged);
        }
    }

    private static void holdsInDanger(Map<String, Object> facts, Map<String, Object> judged) {
        var called = List.of(judged.get("dangerPosts").toString().split(","));
        if (!judged.get("urgency").equals("emergency")
                || !called.contains(judged.get("lead"))
                || !((List<?>) judged.get("respond")).containsAll(called)
                || !((List<?>) judged.get("respond")).contains("grid-worker")) {
            throw new AssertionError("Danger without those who know it: " + facts + new TreeMap<>(judged));
        }
    }

    private static int urgent(Map<String, Object> judged) {
        return URGENCIES.indexOf(judged.get("urgency"));
    }

    private static Map<String, Object> limits(Map<String, Object> judged) {
        return judged.entrySet().stream()
                .filter(e -> e.getKey().endsWith("Within") || e.getKey().endsWith("Calendar"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static Duration length(Map<String, Object> judged, String limit) {
        return LENGTHS.computeIfAbsent(
                judged.get(limit).toString(),
                text -> text.startsWith("PT")
                        ? Duration.parse(text)
                        : Duration.ofDays(Period.parse(text).getDays()));
    }

    private static String post(PlainRule rule) {
        return rule.answer("track")
                + rule.answer("post")
                + rule.answer("assistPosts")
                + rule.answer("leadPost")
                + rule.mark();
    }

    private static List<String> dangers() {
        return Stream.concat(Stream.of(""), Stream.of(DangerKind.values()).map(DangerKind::code))
                .toList();
    }

    private static List<String> all(LocalTables tables, String input) {
        return Stream.of(tables.type(), tables.urgency(), tables.ladder(), tables.unit(), tables.limits())
                .flatMap(table -> table.rules().stream())
                .map(rule -> rule.conditions().get(input))
                .filter(Objects::nonNull)
                .flatMap(cell -> cell.codes().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** One code for each set of rules that name it and answer differently for it. */
    private static List<String> classes(LocalTables tables, String input, List<String> codes) {
        var alike = new LinkedHashMap<List<String>, String>();
        for (var code : codes) {
            alike.putIfAbsent(
                    Stream.of(tables.type(), tables.urgency(), tables.ladder(), tables.unit(), tables.limits())
                            .flatMap(table -> table.rules().stream())
                            .filter(rule -> rule.conditions().containsKey(input)
                                    && rule.conditions().get(input).fits(code))
                            .map(rule -> rule.conditions().size() > 1 ? rule.id() : post(rule))
                            .toList(),
                    code);
        }
        return List.copyOf(alike.values());
    }
}
