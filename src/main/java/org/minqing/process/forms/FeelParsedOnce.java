package org.minqing.process.forms;

import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * FEEL as the stock engine has it, except that the text of each expression is parsed once: stock parses every cell of a
 * decision table again at every decision. The texts come from our models and forms alone; the bound is for the day when
 * that changes.
 */
public final class FeelParsedOnce implements FeelEngineFactory {

    private static final int EXPRESSIONS = 10_000;

    @Override
    public org.camunda.bpm.dmn.feel.impl.FeelEngine createInstance() {
        return new ScalaFeelEngine(List.of()) {
            @Override
            protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
                return new Remembering(super.buildFeelEngine(functions, values));
            }
        };
    }

    private static final class Remembering extends FeelEngine {

        private final Cache<String, Either<Failure, ParsedExpression>> expressions =
                Caffeine.newBuilder().maximumSize(EXPRESSIONS).build();
        private final Cache<String, Either<Failure, ParsedExpression>> tests =
                Caffeine.newBuilder().maximumSize(EXPRESSIONS).build();

        private Remembering(FeelEngine stock) {
            super(stock.functionProvider(), stock.valueMapper(), stock.configuration(), stock.clock());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return expressions.get(text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return tests.get(text, super::parseUnaryTests);
        }
    }
}
