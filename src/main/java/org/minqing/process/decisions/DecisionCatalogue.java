package org.minqing.process.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.minqing.appeal.Responsibility;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.springframework.stereotype.Component;

/** What the decision tables themselves say: which locality has its own, which categories and which posts there are. */
@Component
public class DecisionCatalogue implements Categories, AppealTypes {

    private static final String RESPONSIBLE_UNIT = "responsibleUnit";

    /** Decision id to table, by tenant; the shared ones under null. */
    private final Map<String, Map<String, DecisionTable>> tables = new LinkedHashMap<>();

    private final Map<String, List<Category>> categories = new ConcurrentHashMap<>();
    private final Map<String, List<AppealType>> types = new ConcurrentHashMap<>();

    DecisionCatalogue() {
        for (var model : ModelFile.decisions()) {
            var dmn = Dmn.readModelFromStream(model.open());
            for (var decision : dmn.getModelElementsByType(Decision.class)) {
                tables.computeIfAbsent(model.tenant(), t -> new LinkedHashMap<>())
                        .put(decision.getId(), (DecisionTable) decision.getExpression());
            }
        }
    }

    /** The tenant under which the decision of a locality is deployed; null if it uses the shared one. */
    public String tenantOf(String decision, String locality) {
        return tables.getOrDefault(locality, Map.of()).containsKey(decision) ? locality : null;
    }

    private DecisionTable table(String decision, String locality) {
        return tables.get(tenantOf(decision, locality)).get(decision);
    }

    @Override
    public List<Category> of(String locality) {
        return categories.computeIfAbsent(locality, this::read);
    }

    @Override
    public List<AppealType> typesOf(String locality) {
        return types.computeIfAbsent(locality, l -> named(table("appealType", l), "type", "typeName", AppealType::new));
    }

    private List<Category> read(String locality) {
        return named(table(RESPONSIBLE_UNIT, locality), "category", "categoryName", Category::new);
    }

    /** The rules that give something a name. */
    private static <T> List<T> named(
            DecisionTable table, String codes, String names, BiFunction<String, String, T> entry) {
        var code = input(table, codes);
        var name = output(table, names);
        return table.getRules().stream()
                .filter(rule -> !code(rule, code).isEmpty() && !cell(rule, name).isEmpty())
                .map(rule -> entry.apply(code(rule, code), cell(rule, name)))
                .toList();
    }

    private static String code(Rule rule, int input) {
        return literal(rule.getInputEntries().stream().toList().get(input).getTextContent());
    }

    /** Every post that some rule may answer in this locality, whatever the table. */
    public TreeSet<String> posts(String locality) {
        return posts(
                locality,
                List.of(RESPONSIBLE_UNIT, "escalationPath", "limitChange", "judgementChange"),
                List.of("post", "assistPosts", "respondPosts"));
    }

    /** The same for some decisions and some of their columns. */
    public TreeSet<String> posts(String locality, List<String> named, List<String> columns) {
        var posts = new TreeSet<String>();
        for (var decision : named) {
            var table = table(decision, locality);
            var reachable = reachableTiers(decision, locality);
            for (var column : columns) {
                var index = output(table, column);
                if (index >= 0) {
                    table.getRules().stream()
                            .filter(reachable)
                            .flatMap(rule -> Responsibility.posts(cell(rule, index)).stream())
                            .forEach(posts::add);
                }
            }
        }
        return posts;
    }

    /** @throws IllegalStateException naming the rule of a table of time limits that cannot be applied */
    public void checkTimeLimits() {
        tables.forEach((tenant, known) -> {
            var table = known.get("timeLimits");
            if (table != null) {
                table.getRules().forEach(rule -> check(tenant, table, rule));
            }
        });
    }

    private static void check(String tenant, DecisionTable table, Rule rule) {
        try {
            new TimeLimitCells(name -> cell(rule, output(table, name))).limits();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "dmn/" + (tenant == null ? "" : tenant + "/") + "time-limits.dmn, " + rule.getId() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** A rule for a rung that the locality's own ladder does not have can name whom it likes. */
    private Predicate<Rule> reachableTiers(String decision, String locality) {
        var ladder = table("handlingTier", locality);
        var tier = output(ladder, "tier");
        var rungs = ladder.getRules().stream().map(rule -> cell(rule, tier)).toList();
        var input = input(table(decision, locality), "tier");
        if (input < 0) {
            return rule -> true;
        }
        return rule -> {
            var condition = rule.getInputEntries().stream()
                    .toList()
                    .get(input)
                    .getTextContent()
                    .trim();
            return condition.isEmpty()
                    || condition.equals("-")
                    || rungs.stream().anyMatch(rung -> condition.contains('"' + rung + '"'));
        };
    }

    private static int input(DecisionTable table, String expression) {
        return index(
                table.getInputs().stream()
                        .map(i -> i.getInputExpression().getText().getTextContent()),
                expression);
    }

    private static int output(DecisionTable table, String name) {
        return index(table.getOutputs().stream().map(o -> o.getName()), name);
    }

    private static int index(Stream<String> names, String name) {
        return names.map(String::trim).toList().indexOf(name);
    }

    /** Empty if the table has no such column. */
    private static String cell(Rule rule, int output) {
        if (output < 0) {
            return "";
        }
        LiteralExpression entry = rule.getOutputEntries().stream().toList().get(output);
        return literal(entry.getText().getTextContent());
    }

    /** The string in a cell that holds one string literal and nothing else; else empty. */
    private static String literal(String cell) {
        var text = cell.trim();
        return text.matches("\"[^\"]*\"") ? text.substring(1, text.length() - 1) : "";
    }
}
