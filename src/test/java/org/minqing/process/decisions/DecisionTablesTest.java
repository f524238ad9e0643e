package org.minqing.process.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of every decision table gives the answer that its test row promises. */
class DecisionTablesTest {

    @ParameterizedTest
    @MethodSource("rows")
    void theNamedRuleAnswersWithItsOutputs(DecisionRow row) {
        var answer = row.table().answer(row.facts());

        assertThat(answer.rule()).isEqualTo(row.rule());
        assertThat(answer.outputs()).isEqualTo(row.outputs());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noRuleShipsUntested(DecisionFile table) {
        var tested = DecisionRow.of(table).map(DecisionRow::rule).collect(Collectors.toSet());

        assertThat(new TreeSet<>(tested)).isEqualTo(new TreeSet<>(table.ruleIds()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyValueThatARuleListsIsTestedWithThatRule(DecisionFile table) {
        for (var rule : table.rules()) {
            var tested = DecisionRow.of(table)
                    .filter(row -> row.rule().equals(rule.getId()))
                    .flatMap(row -> row.facts().values().stream().map(Object::toString))
                    .collect(Collectors.toSet());

            assertThat(tested).as(rule.getId()).containsAll(DecisionFile.valuesListedIn(rule));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noFactsAtAllFallThroughToTheDefaultRule(DecisionFile table) {
        var unknown = new HashMap<String, Object>();
        table.inputNames().forEach(name -> unknown.put(name, null));

        assertThat(table.answer(Map.of()).rule()).startsWith("rule_default");
        assertThat(table.answer(unknown).rule()).startsWith("rule_default");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aMissingFactNeverFails(DecisionRow row) {
        for (var missing : row.facts().keySet()) {
            var facts = new HashMap<>(row.facts());
            facts.put(missing, null);

            assertThatCode(() -> row.table().answer(facts)).as(missing).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/decisions/stories.txt", delimiter = '|')
    void aStoryIsTriagedAsReported(
            String story,
            String type,
            String category,
            String facts,
            String urgency,
            String tier,
            String post,
            String respond,
            String resolve) {
        var locality = story.substring(0, story.indexOf('-'));
        var known = DecisionRow.values(facts);
        known.put("category", category);
        known.put("type", type);
        known.put("round", 0);
        Stream.of("appeal-type", "urgency", "handling-tier", "responsible-unit", "time-limits")
                .forEach(table -> known.putAll(
                        DecisionFile.of(locality, table).answer(known).outputs()));

        assertThat(known)
                .containsEntry("urgency", urgency)
                .containsEntry("tier", tier)
                .containsEntry("respondWithin", respond)
                .containsEntry("resolveWithin", resolve);
        var posts = DecidedPosts.of(text(known, "leadPost"), text(known, "respondPosts"), name -> text(known, name));
        assertThat(posts.lead()).isEqualTo(post);
    }

    private static String text(Map<String, Object> answers, String name) {
        return (String) answers.get(name);
    }

    static Stream<DecisionFile> tables() {
        return DecisionFile.all();
    }

    static Stream<DecisionRow> rows() {
        return DecisionRow.all();
    }
}
