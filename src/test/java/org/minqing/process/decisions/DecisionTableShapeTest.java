package org.minqing.process.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What officials and the Modeler may rely on in every decision table, whoever edits it. */
class DecisionTableShapeTest {

    private static final String CHINESE = "[^\\p{IsHan}]*\\p{IsHan}.*";

    @ParameterizedTest
    @MethodSource("tables")
    void theDecisionIsNamedAfterItsFile(DecisionFile table) {
        var decision = table.decision();

        assertThat(decision.getId()).isEqualTo(camelCase(table.fileName()));
        assertThat(decision.getName()).matches(CHINESE);
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theFirstMatchingRuleWins(DecisionFile table) {
        assertThat(table.elements(DecisionTable.class))
                .singleElement()
                .extracting(DecisionTable::getHitPolicy)
                .isEqualTo(HitPolicy.FIRST);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columnsHaveChineseLabelsAndTypes(DecisionFile table) {
        assertThat(table.inputs()).isNotEmpty().allSatisfy(input -> {
            assertThat(input.getLabel()).matches(CHINESE);
            // The engine converts no other types: it warns about "number" and lets it pass unchecked.
            assertThat(input.getInputExpression().getTypeRef()).isIn("boolean", "integer", "string");
        });
        assertThat(table.outputs()).isNotEmpty().allSatisfy(output -> {
            assertThat(output.getLabel()).matches(CHINESE);
            assertThat(output.getTypeRef()).isEqualTo("string");
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRuleIsNamedAndExplainedInChinese(DecisionFile table) {
        assertThat(table.ruleIds()).doesNotHaveDuplicates();
        assertThat(table.rules()).allSatisfy(rule -> {
            assertThat(rule.getId()).matches("rule_[a-z][a-zA-Z0-9]*");
            assertThat(rule.getDescription().getTextContent()).matches(CHINESE).doesNotContain("\n");
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRuleSaysWhereItComesFrom(DecisionFile table) {
        assertThat(table.rules())
                .extracting(rule -> rule.getDescription().getTextContent())
                .allSatisfy(source -> assertThat(source).containsPattern("依据：.*(S[0-4]-\\d+|DB11/T|《.+》|本系统起始值)"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theLastRuleIsTheOnlyDefault(DecisionFile table) {
        var rules = table.rules();
        var last = rules.get(rules.size() - 1);

        assertThat(last.getId()).startsWith("rule_default");
        assertThat(conditions(last)).containsOnly("-");
        assertThat(rules.subList(0, rules.size() - 1)).allSatisfy(rule -> {
            assertThat(rule.getId()).doesNotStartWith("rule_default");
            assertThat(conditions(rule)).as(rule.getId()).anyMatch(condition -> !condition.equals("-"));
        });
    }

    @ParameterizedTest
    @MethodSource("timeLimits")
    void everyDurationCanBeReadAndIsPositive(DecisionRow row) {
        assertThat(row.table().answer(row.facts()).outputs().keySet())
                .filteredOn(output -> !output.endsWith("Calendar") && !(output.startsWith("arrive") && !arrives(row)))
                .allSatisfy(output -> assertThat(duration(row, output)).isPositive());
    }

    @ParameterizedTest
    @MethodSource("timeLimits")
    void everyLimitSaysHowItIsCounted(DecisionRow row) {
        var kinds = List.of("running", "workingDays", "workingHours");

        assertThat(text(row, "acceptCalendar")).isIn(kinds);
        assertThat(text(row, "respondCalendar")).isIn(kinds);
        assertThat(text(row, "resolveCalendar")).isIn(kinds);
        if (arrives(row)) {
            assertThat(text(row, "arriveCalendar")).isIn(kinds);
        }
    }

    /** A limit without its calendar, or a warning without its limit, would be half a duty. */
    @ParameterizedTest
    @MethodSource("timeLimits")
    void noDutyToArriveLeavesAllItsCellsEmpty(DecisionRow row) {
        assertThat(text(row, "arriveCalendar").isEmpty()).isEqualTo(!arrives(row));
        assertThat(text(row, "arriveWarnBefore").isEmpty()).isEqualTo(!arrives(row));
    }

    @ParameterizedTest
    @MethodSource("limitChanges")
    void aLimitChangeIsEitherBoundedAndApprovedByAPostOrRefusedWithAReason(DecisionRow row) {
        if (text(row, "allowed").equals("yes")) {
            assertThat(duration(row, "most")).isBetween(Duration.ofDays(1), Duration.ofDays(60));
            assertThat(text(row, "post")).isNotEmpty();
            assertThat(text(row, "reason")).isEmpty();
        } else {
            assertThat(text(row, "allowed")).isEqualTo("no");
            assertThat(text(row, "most") + text(row, "post")).isEmpty();
            assertThat(text(row, "reason")).matches(CHINESE).endsWith("。");
        }
    }

    @ParameterizedTest
    @MethodSource("timeLimits")
    void remindersComeBeforeTheirLimit(DecisionRow row) {
        assertThat(duration(row, "respondWarnBefore")).isLessThan(duration(row, "respondWithin"));
        assertThat(duration(row, "resolveWarnBefore")).isLessThan(duration(row, "resolveWithin"));
        assertThat(duration(row, "respondWithin")).isLessThan(duration(row, "resolveWithin"));
        if (arrives(row)) {
            assertThat(duration(row, "arriveWarnBefore")).isLessThan(duration(row, "arriveWithin"));
            assertThat(duration(row, "arriveWithin")).isLessThan(duration(row, "resolveWithin"));
        }
    }

    @ParameterizedTest
    @MethodSource("overrides")
    void aLocalTableAsksAndAnswersLikeTheSharedOne(DecisionFile table) {
        var shared = table.overridden();

        assertThat(table.decision().getId()).isEqualTo(shared.decision().getId());
        assertThat(inputs(table)).isEqualTo(inputs(shared));
        assertThat(outputs(table)).isEqualTo(outputs(shared));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theTableOpensInModelerAndCockpit(DecisionFile table) {
        var definitions = table.model().getDefinitions();
        var modeler = "http://camunda.org/schema/modeler/1.0";

        assertThat(definitions.getDomElement().getNamespaceURI())
                .isEqualTo("https://www.omg.org/spec/DMN/20191111/MODEL/");
        assertThat(definitions.getAttributeValueNs(modeler, "executionPlatform"))
                .isEqualTo("Camunda Platform");
        assertThat(definitions.getAttributeValueNs(modeler, "executionPlatformVersion"))
                .isEqualTo("7.24.0");
        assertThat(table.shownElements()).containsExactly(table.decision().getId());
    }

    static Stream<DecisionFile> tables() {
        return DecisionFile.all();
    }

    static Stream<DecisionFile> overrides() {
        return tables().filter(DecisionFile::isOverride);
    }

    static Stream<DecisionRow> timeLimits() {
        return rows("time-limits");
    }

    static Stream<DecisionRow> limitChanges() {
        return rows("limit-change");
    }

    private static Stream<DecisionRow> rows(String name) {
        return tables().filter(table -> table.fileName().equals(name)).flatMap(DecisionRow::of);
    }

    private static boolean arrives(DecisionRow row) {
        return !text(row, "arriveWithin").isEmpty();
    }

    private static String text(DecisionRow row, String output) {
        return row.table().answer(row.facts()).outputs().get(output).toString();
    }

    private static Duration duration(DecisionRow row, String output) {
        return Duration.parse(text(row, output));
    }

    private static List<String> conditions(Rule rule) {
        return rule.getInputEntries().stream()
                .map(InputEntry::getTextContent)
                .map(String::strip)
                .toList();
    }

    private static List<String> inputs(DecisionFile table) {
        return table.inputs().stream()
                .map(input -> input.getId() + " " + input.getLabel() + " "
                        + input.getInputExpression().getTextContent().strip() + " "
                        + input.getInputExpression().getTypeRef())
                .toList();
    }

    private static List<String> outputs(DecisionFile table) {
        return table.outputs().stream()
                .map((Output output) ->
                        output.getId() + " " + output.getLabel() + " " + output.getName() + " " + output.getTypeRef())
                .toList();
    }

    private static String camelCase(String kebab) {
        return Pattern.compile("-([a-z])")
                .matcher(kebab)
                .replaceAll(hit -> hit.group(1).toUpperCase());
    }
}
