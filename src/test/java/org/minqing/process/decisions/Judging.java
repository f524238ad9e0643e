package org.minqing.process.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks the tables of a locality one after the other, as the process does. A table is asked each combination of its own inputs
 * once, and what the same rules say together is put together once: nothing else makes a difference to it.
 */
final class Judging {

    private final List<Asked> tables = new ArrayList<>();
    private final Map<List<String>, Map<String, Object>> said = new HashMap<>();

    Judging(LocalTables of) {
        Stream.of(of.type(), of.urgency(), of.ladder(), of.unit(), of.limits())
                .forEach(table -> tables.add(new Asked(table, sources(table), new HashMap<>())));
    }

    /** For each input the last table before that answers it; -1 for a fact. */
    private List<Integer> sources(PlainTable table) {
        return table.inputs().stream()
                .map(input -> {
                    var last = tables.size() - 1;
                    while (last >= 0 && !tables.get(last).answers(input)) {
                        last--;
                    }
                    return last;
                })
                .toList();
    }

    private record Asked(PlainTable table, List<Integer> sources, Map<List<Object>, PlainRule> answered) {

        boolean answers(String output) {
            return table.rules().get(0).answers().containsKey(output);
        }

        PlainRule first(Map<String, Object> facts, List<PlainRule> before) {
            var inputs = new ArrayList<>(sources.size());
            for (var i = 0; i < sources.size(); i++) {
                var name = table.inputs().get(i);
                inputs.add(
                        sources.get(i) < 0
                                ? fact(facts, name)
                                : before.get(sources.get(i)).answer(name));
            }
            var rule = answered.get(inputs);
            if (rule == null) {
                var known = new HashMap<String, Object>();
                for (var i = 0; i < inputs.size(); i++) {
                    known.put(table.inputs().get(i), inputs.get(i));
                }
                rule = table.first(known);
                answered.put(inputs, rule);
            }
            return rule;
        }
    }

    /** What holds of an appeal that has just come in. */
    private static Object fact(Map<String, Object> facts, String name) {
        var fact = facts.get(name);
        return fact != null
                ? fact
                : switch (name) {
                    case "round" -> 0;
                    case "tier" -> "";
                    default -> null;
                };
    }

    /** Everything that the tables answer, with the rule that answered each. */
    Map<String, Object> judged(Map<String, Object> facts) {
        var rules = new ArrayList<PlainRule>(tables.size());
        var ids = new ArrayList<String>(tables.size());
        for (var asked : tables) {
            var rule = asked.first(facts, rules);
            rules.add(rule);
            ids.add(rule.id());
        }
        return said.computeIfAbsent(ids, once -> together(rules));
    }

    private Map<String, Object> together(List<PlainRule> rules) {
        var known = new HashMap<String, Object>();
        for (var i = 0; i < rules.size(); i++) {
            known.putAll(rules.get(i).answers());
            known.put("rule of " + tables.get(i).table.name(), rules.get(i).id());
        }
        var posts = DecidedPosts.of(text(known, "leadPost"), text(known, "respondPosts"), name -> text(known, name));
        known.put("lead", posts.lead());
        known.put("assist", posts.assist());
        // In danger both set out at the same moment.
        known.put(
                "respond",
                Stream.concat(posts.respond().stream(), posts.danger().stream())
                        .distinct()
                        .toList());
        return Map.copyOf(known);
    }

    private static String text(Map<String, Object> known, String name) {
        return (String) known.get(name);
    }
}
