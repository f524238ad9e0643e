package org.minqing.process.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeelParsedOnceTest {

    private static final FeelEngine OURS = new FeelParsedOnce().createInstance();
    private static final FeelEngine STOCK = new ScalaFeelEngineFactory(List.of()).createInstance();

    private static final List<Map<String, Object>> FACTS = List.of(
            facts("done", 0, true), facts("returned", 500, false), facts(null, null, null), facts("", -1, true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action = \"done\"",
                "action != \"done\"",
                "count + 1",
                "count > 400 and flag",
                "string length(action)",
                "upper case(action)",
                "if flag then count else 0",
                "count([1,2,3])",
                "unknown",
                "nobody knows(1)",
                "now() > date and time(\"2020-01-01T00:00:00\")"
            })
    void anExpressionAnswersAsStockDoesTheFirstTimeAndEveryTime(String expression) {
        for (int i = 0; i < 3; i++) {
            for (var facts : FACTS) {
                assertThat(answer(OURS, expression, facts)).isEqualTo(answer(STOCK, expression, facts));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "\"done\"",
                "\"done\",\"returned\"",
                "not(\"done\")",
                ">= 500",
                "[1..10]",
                "true",
                "< count",
                "1 +"
            })
    void aCellAnswersAsStockDoesTheFirstTimeAndEveryTime(String cell) {
        for (int i = 0; i < 3; i++) {
            for (var facts : FACTS) {
                for (var input : List.of("action", "count", "flag")) {
                    assertThat(test(OURS, cell, input, facts)).isEqualTo(test(STOCK, cell, input, facts));
                }
            }
        }
    }

    private static Object answer(FeelEngine feel, String expression, Map<String, Object> facts) {
        try {
            return String.valueOf((Object) feel.evaluateSimpleExpression(
                    expression, Variables.fromMap(facts).asVariableContext()));
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    private static Object test(FeelEngine feel, String cell, String input, Map<String, Object> facts) {
        try {
            return feel.evaluateSimpleUnaryTests(
                    cell, input, Variables.fromMap(facts).asVariableContext());
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    private static Map<String, Object> facts(String action, Integer count, Boolean flag) {
        var facts = new HashMap<String, Object>();
        facts.put("action", action);
        facts.put("count", count);
        facts.put("flag", flag);
        return facts;
    }
}
