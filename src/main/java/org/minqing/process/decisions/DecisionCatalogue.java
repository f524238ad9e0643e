package org.minqing.process.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.minqing.appeal.Responsibility;
import org.minqing.appeal.Track;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.notice.NoticeRule;
import org.springframework.stereotype.Component;

/** What the decision tables themselves say: which locality has its own, which categories and which posts there are. */
@Component
public class DecisionCatalogue implements Categories, AppealTypes {

    private static final String RESPONSIBLE_UNIT = "responsibleUnit";
    private static final String APPEAL_TYPE = "appealType";
    private static final String LADDER = "handlingTier";

    private record TypeOnTrack(String locality, String type, String track) {}

    /** What judges an appeal, in the order in which it is asked. */
    private static final List<String> JUDGING = List.of("urgency", LADDER, RESPONSIBLE_UNIT, "timeLimits");

    /** Decision id to table, by tenant; the shared ones under null. */
    private final Map<String, Map<String, DecisionTable>> tables = new LinkedHashMap<>();

    private final Map<String, List<Category>> categories = new ConcurrentHashMap<>();
    private final Map<String, List<AppealType>> types = new ConcurrentHashMap<>();
    private final Map<TypeOnTrack, List<String>> outcomes = new ConcurrentHashMap<>();

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
        return types.computeIfAbsent(locality, l -> {
            var table = table(APPEAL_TYPE, l);
            var meaning = output(table, "meaning");
            return named(
                    table, "type", "typeName", (rule, code, name) -> new AppealType(code, name, cell(rule, meaning)));
        });
    }

    @Override
    public List<String> outcomesOf(String locality, String type, String track) {
        return outcomes.computeIfAbsent(new TypeOnTrack(locality, type, track), this::outcomes);
    }

    /** The row of the type itself counts before those for all types; what no row knows any more has what the last row says. */
    private List<String> outcomes(TypeOnTrack asked) {
        var table = table(APPEAL_TYPE, asked.locality());
        var type = input(table, "type");
        var track = output(table, "track");
        var rules = List.copyOf(table.getRules());
        var taken = rules.stream()
                .filter(rule -> cell(rule, track).equals(asked.track()))
                .toList();
        var row = Stream.of(asked.type(), "")
                .flatMap(code -> taken.stream().filter(rule -> code(rule, type).equals(code)))
                .findFirst()
                .orElse(rules.get(rules.size() - 1));
        return Responsibility.posts(cell(row, output(table, "outcomes")));
    }

    private List<Category> read(String locality) {
        return named(
                table(RESPONSIBLE_UNIT, locality),
                "category",
                "categoryName",
                (rule, code, name) -> new Category(code, name));
    }

    private interface Named<T> {
        T of(Rule rule, String code, String name);
    }

    /** The rules that give something a name. */
    private static <T> List<T> named(DecisionTable table, String codes, String names, Named<T> entry) {
        var code = input(table, codes);
        var name = output(table, names);
        return table.getRules().stream()
                .filter(rule -> !code(rule, code).isEmpty() && !cell(rule, name).isEmpty())
                .map(rule -> entry.of(rule, code(rule, code), cell(rule, name)))
                .toList();
    }

    private static String code(Rule rule, int input) {
        return literal(rule.getInputEntries().stream().toList().get(input).getTextContent());
    }

    /** Every post that some rule may answer in this locality, whatever the table. */
    public TreeSet<String> posts(String locality) {
        var posts = posts(locality, TablesOfPosts.TABLES, TablesOfPosts.COLUMNS);
        posts.removeAll(Set.of(
                Track.RESPONSIBLE, NoticeRule.OFFERED, NoticeRule.RESIDENT, NoticeRule.NAMED, NoticeRule.ON_DUTY));
        return posts;
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

    /** @throws IllegalStateException naming the rule of a table that cannot be applied */
    public void checkRules() {
        ReadableRule.ALL.forEach(rule -> check(rule.decision(), rule.file(), rule.read()));
    }

    private void check(String decision, String file, Consumer<UnaryOperator<String>> read) {
        tables.forEach((tenant, known) -> {
            var table = known.get(decision);
            if (table == null) {
                return;
            }
            for (var rule : table.getRules()) {
                try {
                    read.accept(name -> cell(rule, output(table, name)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalStateException(
                            "dmn/" + (tenant == null ? "" : tenant + "/") + file + ", " + rule.getId() + ": "
                                    + e.getMessage(),
                            e);
                }
            }
        });
    }

    /** The tables that judge an appeal, once for each distinct set of them, as they stand. */
    Stream<List<PlainTable>> judging(List<String> localities) {
        // Localities without a table of their own are judged alike, and asking everything takes a moment.
        return localities.stream()
                .map(locality -> JUDGING.stream()
                        .map(d -> new OwnTable(d, tenantOf(d, locality)))
                        .toList())
                .distinct()
                .map(own -> own.stream().map(this::plain).toList());
    }

    private record OwnTable(String decision, String tenant) {}

    private PlainTable plain(OwnTable own) {
        var name = own.tenant() == null ? own.decision() : own.tenant() + "/" + own.decision();
        return PlainTable.of(name, tables.get(own.tenant()).get(own.decision()));
    }

    /** A rule for a rung that the locality's own ladder does not have can name whom it likes. */
    private Predicate<Rule> reachableTiers(String decision, String locality) {
        var ladder = table(LADDER, locality);
        var tier = output(ladder, "tier");
        var rungs = ladder.getRules().stream().map(rule -> cell(rule, tier)).toList();
        var input = input(table(decision, locality), "tier");
        return rule -> {
            if (input < 0) {
                return true;
            }
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
        var expressions = table.getInputs().stream()
                .map(i -> i.getInputExpression().getText().getTextContent());
        return index(expressions, expression);
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
