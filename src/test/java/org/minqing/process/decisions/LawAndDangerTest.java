package org.minqing.process.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.support.Seed;

/** No rule of law or of danger is overtaken in the shipped tables, and a table in which one is does not come into use. */
class LawAndDangerTest {

    private static final List<String> JUDGING = List.of("urgency", "handling-tier", "responsible-unit", "time-limits");

    static final List<String> LOCALITIES = LocalTables.differing();

    /** A table with one fault that somebody could make in the Modeler. */
    record Mutant(String what, PlainTable table) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<DecisionFile> judging() {
        return DecisionFile.all().filter(file -> JUDGING.contains(file.fileName()));
    }

    @ParameterizedTest
    @FieldSource("LOCALITIES")
    void theShippedTablesOvertakeNoRuleOfLawOrDanger(String locality) {
        assertThat(LocalTables.of(locality).faults()).isEmpty();
    }

    @Test
    void theTablesOfEveryLocalityComeIntoUse() {
        LawAndDanger.check(new DecisionCatalogue(), LocalTables.LOCALITIES);
    }

    /** The check reads the tables without the engine: it must read them as the engine does. */
    @ParameterizedTest
    @MethodSource("judging")
    void whatTheCheckReadsIsWhatTheEngineAnswers(DecisionFile file) {
        var table = LocalTables.plain(file);
        DecisionRow.of(file).forEach(row -> {
            assertThat(table.first(row.facts()).id()).isEqualTo(row.rule());
            assertThat(new HashMap<>(table.first(row.facts()).answers())).isEqualTo(new HashMap<>(row.outputs()));
        });
        var cases = new ArrayList<>(table.cases(Map.of()).toList());
        Collections.shuffle(cases, new Random(Seed.any()));
        cases.stream()
                .limit(150)
                .forEach(facts -> assertThat(table.first(facts).id())
                        .as(facts.toString())
                        .isEqualTo(file.answer(facts).rule()));
    }

    static Stream<Mutant> movedDown() {
        return marked((table, i) -> Stream.of(moved(table, i)));
    }

    static Stream<Mutant> deleted() {
        return marked((table, i) -> Stream.of(without(table, i)));
    }

    static Stream<Mutant> widened() {
        return judging()
                .map(LocalTables::plain)
                .flatMap(table -> IntStream.range(0, lastMarked(table)).boxed().flatMap(above -> opened(table, above)));
    }

    @ParameterizedTest
    @MethodSource("movedDown")
    void aRuleOfLawOrDangerThatIsMovedBelowOthersStopsTheStart(Mutant mutant) {
        assertThat(LocalTables.faults(mutant.table()))
                .isNotEmpty()
                .first()
                .asString()
                .contains(mutant.table().name());
    }

    @ParameterizedTest
    @MethodSource("deleted")
    void aRuleOfLawOrDangerThatIsDeletedIsMissed(Mutant mutant) {
        assertThat(caught(mutant)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("widened")
    void aRuleThatIsWidenedAboveARuleOfLawOrDangerIsNoticed(Mutant mutant) {
        assertThat(caught(mutant)).isTrue();
    }

    @Test
    void aRuleThatComesBeforeTheLawIsNamedInBothLanguages() {
        var tables = LocalTables.of("ganshui");
        var early = new ArrayList<>(tables.urgency().rules());
        early.add(0, new PlainRule("rule_early", Mark.NONE, Map.of(), Map.of("urgency", "normal")));
        assertThat(tables.changed(with(tables.urgency(), early)).faults())
                .anySatisfy(fault -> assertThat(fault).contains("urgency", "标有【法定】", "below others"))
                .anySatisfy(
                        fault -> assertThat(fault).contains("rule_early", "法定事项只由", "law is answered by other rules"));
    }

    @Test
    void aCellThatNobodyCanCheckIsNamed() {
        assertThatThrownBy(() -> PlainCell.of("not(\"fire\")"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not(\"fire\")")
                .hasMessageContaining("不能检查")
                .hasMessageContaining("none that can be checked");
        assertThat(PlainCell.of("\"fire\", \"gas\"").fits("gas")).isTrue();
        assertThat(PlainCell.of(">= 10").fits(10)).isTrue();
        assertThat(PlainCell.of(">= 10").fits(9)).isFalse();
        assertThat(PlainCell.of("true").fits(null)).isFalse();
    }

    /** By the check of the start, or by a row that an official has signed. */
    private static boolean caught(Mutant mutant) {
        return !LocalTables.faults(mutant.table()).isEmpty()
                || DecisionRow.of(DecisionFile.named(mutant.table().name()))
                        .anyMatch(row -> !new HashMap<>(
                                        mutant.table().first(row.facts()).answers())
                                .equals(new HashMap<>(row.outputs())));
    }

    private interface Change {
        Stream<Mutant> of(PlainTable table, int rule);
    }

    private static Stream<Mutant> marked(Change change) {
        return judging()
                .map(LocalTables::plain)
                .flatMap(table -> Stream.iterate(0, i -> i < table.rules().size(), i -> i + 1)
                        .filter(i -> table.rules().get(i).mark() != Mark.NONE)
                        .flatMap(i -> change.of(table, i)));
    }

    private static int lastMarked(PlainTable table) {
        return IntStream.range(0, table.rules().size())
                .filter(i -> table.rules().get(i).mark() != Mark.NONE)
                .max()
                .orElseThrow();
    }

    private static Mutant moved(PlainTable table, int i) {
        var rules = new ArrayList<>(table.rules());
        rules.add(rules.remove(i));
        return new Mutant(table.name() + " " + table.rules().get(i).id() + " moved down", with(table, rules));
    }

    private static Mutant without(PlainTable table, int i) {
        var rules = new ArrayList<>(table.rules());
        rules.remove(i);
        return new Mutant(table.name() + " " + table.rules().get(i).id() + " deleted", with(table, rules));
    }

    private static Stream<Mutant> opened(PlainTable table, int above) {
        var rule = table.rules().get(above);
        return rule.conditions().keySet().stream().map(condition -> {
            var fewer = new LinkedHashMap<>(rule.conditions());
            fewer.remove(condition);
            var rules = new ArrayList<>(table.rules());
            rules.set(above, new PlainRule(rule.id(), rule.mark(), fewer, rule.answers()));
            return new Mutant(table.name() + " " + rule.id() + " open in " + condition, with(table, rules));
        });
    }

    private static PlainTable with(PlainTable table, List<PlainRule> rules) {
        return new PlainTable(table.name(), table.inputs(), rules);
    }
}
