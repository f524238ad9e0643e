package org.minqing.process.forms;

import static java.lang.invoke.MethodType.methodType;

import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * FEEL as the stock engine has it, except that the text of each expression is parsed once and the built-in functions are
 * made once: stock does both again for every cell at every decision, which was 40 % of the processor time of an appeal's
 * life. The texts come from our models and forms alone; the bound is for the day when that changes.
 */
public final class FeelParsedOnce implements FeelEngineFactory {

    private static final int EXPRESSIONS = 10_000;

    // Private in the library; its version is fixed, and FeelParsedOnceTest compares every answer with stock.
    private static final MethodHandle ROOT_CONTEXT;
    private static final MethodHandle EVALUATE;

    static {
        try {
            var engine = MethodHandles.privateLookupIn(FeelEngine.class, MethodHandles.lookup());
            ROOT_CONTEXT = engine.findSpecial(
                    FeelEngine.class, "rootContext", methodType(EvalContext.class), FeelEngine.class);
            EVALUATE = engine.findSpecial(
                    FeelEngine.class,
                    "eval",
                    methodType(EvaluationResult.class, ParsedExpression.class, EvalContext.class),
                    FeelEngine.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static Object call(MethodHandle method, FeelEngine engine) {
        try {
            return method.invoke(engine);
        } catch (Throwable e) {
            throw new IllegalStateException("FEEL is not the version that is expected", e);
        }
    }

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

        private final EvalContext root;

        private Remembering(FeelEngine stock) {
            super(stock.functionProvider(), stock.valueMapper(), stock.configuration(), stock.clock());
            root = (EvalContext) call(ROOT_CONTEXT, this);
        }

        /** As stock, but with the functions that are there already. Failures are collected for this evaluation alone. */
        @Override
        public EvaluationResult evaluate(ParsedExpression expression, Context context) {
            var functions = new EvalContext(
                    root.valueMapper(),
                    root.variableProvider(),
                    root.functionProvider(),
                    new EvaluationFailureCollector());
            try {
                return (EvaluationResult) EVALUATE.invoke(this, expression, functions.merge(context));
            } catch (Throwable e) {
                // What it throws, stock turns into a result that says so.
                return super.evaluate(expression, context);
            }
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
