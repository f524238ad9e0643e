package org.minqing.process.decisions;

import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.minqing.appeal.Responsibility;
import org.minqing.appeal.kind.DangerKind;

/**
 * Asks the tables of one locality everything, and finds where a rule of law or of danger is overtaken: a rule that stands
 * above it, or a fact that makes the matter look easier, would take the appeal away from it.
 */
public class LawAndDanger {

    static final String CONFIDENTIAL = "confidential";
    private static final List<String> URGENCIES = List.of("normal", "complex", "urgent", "emergency");

    /** What a table may have forgotten to name. */
    private static final Map<String, List<String>> ALSO = Map.of(
            "track", List.of(CONFIDENTIAL),
            "urgency", URGENCIES,
            "danger", Arrays.stream(DangerKind.values()).map(DangerKind::code).toList());

    /** The first of each kind, with the facts that show it: of ten thousand questions one wrong rule fails many. */
    private final Map<String, String> faults = new LinkedHashMap<>();

    private LawAndDanger() {}

    /** @throws IllegalStateException listing the rules of law and danger that are overtaken in some locality */
    public static void check(DecisionCatalogue decisions, List<String> localities) {
        var faults = decisions
                .judging(localities)
                .flatMap(t -> faults(t.get(0), t.get(1), t.get(2), t.get(3)).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "决策表不能用：法定或者危险的规则会被抢先。Rules of law or danger are overtaken:\n" + String.join("\n", faults));
        }
    }

    /** One line for each fault, with file and rule; empty if the tables may be used. */
    static List<String> faults(PlainTable urgency, PlainTable ladder, PlainTable unit, PlainTable limits) {
        return Stream.of(ofUrgency(urgency), ofLadder(ladder), ofUnit(unit), ofLimits(limits))
                .flatMap(List::stream)
                .toList();
    }

    static List<String> ofUrgency(PlainTable table) {
        return of(table, LawAndDanger::law, LawAndDanger::urgency);
    }

    static List<String> ofLadder(PlainTable table) {
        return of(table, LawAndDanger::law, LawAndDanger::ladder);
    }

    /** A petition is confidential: the table of types says so before, and who is asked about one reads that. */
    static List<String> ofUnit(PlainTable table) {
        return of(table, LawAndDanger::confidential, LawAndDanger::unit);
    }

    static List<String> ofLimits(PlainTable table) {
        return of(table, LawAndDanger::law, LawAndDanger::limits);
    }

    private static List<String> of(
            PlainTable table, Predicate<Map<String, Object>> law, BiConsumer<LawAndDanger, PlainTable> itsOwn) {
        var check = new LawAndDanger();
        check.order(table);
        check.marked(table, law);
        itsOwn.accept(check, table);
        return List.copyOf(check.faults.values());
    }

    /** Law first, then danger, then the rest: readable without a computer. */
    private void order(PlainTable table) {
        var worst = Mark.LAW;
        for (var rule : table.rules()) {
            if (rule.mark().compareTo(worst) < 0) {
                fault(table, rule, "标有" + rule.mark().word() + "，却排在别的规则后面", "is marked and stands below others");
            }
            worst = rule.mark().compareTo(worst) > 0 ? rule.mark() : worst;
        }
        for (var mark : List.of(Mark.LAW, Mark.DANGER)) {
            if (table.rules().stream().noneMatch(rule -> rule.mark() == mark)) {
                faults.put(table.name() + mark, table.name() + "：没有一条" + mark.word() + "的规则。No rule has this mark.");
            }
        }
    }

    private void urgency(PlainTable table) {
        var scales = new LinkedHashMap<String, List<Object>>();
        for (var name : table.inputs()) {
            var values = table.values(name, List.of());
            if (!(values.get(0) instanceof String)) {
                scales.put(name, values);
            }
        }
        scales.put("danger", List.of("", DangerKind.FIRE.code()));
        table.cases(ALSO).forEach(facts -> {
            var rule = table.first(facts);
            if (!law(facts) && inDanger(facts) && rank(rule) < URGENCIES.indexOf("emergency")) {
                fault(table, rule, "有人正处在危险之中，却不是特急：" + facts, "somebody is in danger and it is no emergency");
            }
            scales.forEach((name, values) -> raised(table, facts, rule, name, values));
        });
    }

    /** One thing more that is bad never makes a matter less urgent. */
    private void raised(
            PlainTable table, Map<String, Object> facts, PlainRule before, String name, List<Object> values) {
        var now = facts.get(name);
        for (var more : values.subList(Math.max(values.indexOf(now), 0) + 1, values.size())) {
            facts.put(name, more);
            var rule = table.first(facts);
            if (urgent(rule) < urgent(before)) {
                fault(table, rule, "多了一项情况（" + name + "），反而不如" + before.id() + "急", "is less urgent for one fact more");
            }
        }
        facts.put(name, now);
    }

    /** A matter of law, or an emergency, is answered by a rule that is marked as such: no other comes before it. */
    private void marked(PlainTable table, Predicate<Map<String, Object>> law) {
        table.cases(ALSO).forEach(facts -> {
            var rule = table.first(facts);
            if (law.test(facts) != (rule.mark() == Mark.LAW)) {
                fault(table, rule, "法定事项只由【法定】的规则回答，别的事项不由它回答", "law is answered by other rules, or answers others");
            } else if (!law.test(facts) && emergency(facts) && rule.mark() != Mark.DANGER) {
                fault(table, rule, "抢在【危险】的规则前面：" + facts, "comes before a rule of danger");
            }
        });
    }

    private void ladder(PlainTable table) {
        table.cases(ALSO).forEach(facts -> {
            var rule = table.first(facts);
            if (rule.answer("leadPost").equals("party-member")
                    && List.of("urgent", "emergency").contains(facts.get("urgency"))) {
                fault(table, rule, "急件交给了党员志愿者一个人", "gives an urgent matter to a volunteer alone");
            }
        });
    }

    private void unit(PlainTable table) {
        for (var rule : table.rules()) {
            var called = Responsibility.posts(rule.answer("dangerPosts"));
            if (rule.mark() == Mark.DANGER && !called.contains(rule.answer("post"))) {
                fault(table, rule, "危险时牵头的岗位没有同时派单", "does not call at once who leads in danger");
            }
            if (rule.mark() == Mark.LAW && !called.isEmpty()) {
                fault(table, rule, "保密办理的事项派给了别的岗位", "calls others to a confidential matter");
            }
        }
    }

    private void limits(PlainTable table) {
        for (var rule : table.rules()) {
            if (length(rule, "acceptWithin").compareTo(length(rule, "respondWithin")) > 0) {
                fault(table, rule, "签收时限晚于响应时限", "accepts later than it responds");
            }
        }
        var strictest = table.first(Map.of("urgency", "emergency"));
        for (var limit : List.of("acceptWithin", "respondWithin", "resolveWithin")) {
            table.rules().stream()
                    .filter(rule -> length(rule, limit).compareTo(length(strictest, limit)) < 0)
                    .forEach(rule -> fault(table, rule, "比特急还短：" + limit, "is shorter than that of an emergency"));
        }
    }

    private static Duration length(PlainRule rule, String limit) {
        var text = rule.answer(limit);
        return text.startsWith("PT")
                ? Duration.parse(text)
                : Duration.ofDays(Period.parse(text).getDays());
    }

    private static boolean law(Map<String, Object> facts) {
        return confidential(facts) || "petition".equals(facts.get("category"));
    }

    private static boolean confidential(Map<String, Object> facts) {
        return CONFIDENTIAL.equals(facts.get("track"));
    }

    private static boolean inDanger(Map<String, Object> facts) {
        return ALSO.get("danger").contains(facts.get("danger"));
    }

    /** Told by the urgency where the table asks for it, else by the danger itself. */
    private static boolean emergency(Map<String, Object> facts) {
        return "emergency".equals(facts.get("urgency")) || inDanger(facts);
    }

    private static int rank(PlainRule rule) {
        return URGENCIES.indexOf(rule.answer("urgency"));
    }

    /** Complex is not more urgent than normal, only longer. */
    private static int urgent(PlainRule rule) {
        return Math.max(rank(rule), URGENCIES.indexOf("complex"));
    }

    private void fault(PlainTable table, PlainRule rule, String chinese, String english) {
        faults.putIfAbsent(
                table.name() + rule.id() + english,
                table.name() + ", " + rule.id() + "：" + chinese + "。" + rule.id() + " " + english + ".");
    }
}
