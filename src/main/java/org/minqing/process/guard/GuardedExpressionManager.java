package org.minqing.process.guard;

import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ProcessEngineElContext;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.springframework.context.ApplicationContext;

/**
 * Evaluates the expressions of deployed models and of shipped filters, and no others.
 *
 * <p>The stock manager shows every bean of the application to every expression and evaluates the expressions of task
 * queries, whoever sent them (CVE-2026-109432).
 */
class GuardedExpressionManager extends SpringExpressionManager {

    /** @param beanNames the beans that models may name; no other bean can be seen */
    public GuardedExpressionManager(ApplicationContext application, Set<String> beanNames) {
        super(application, new ExposedBeans(application, beanNames));
    }

    @Override
    public Expression createExpression(String text) {
        return new GuardedExpression(createValueExpression(text), this, text);
    }

    /** Without a scope there are functions and nothing else, also for callers that bypass our expressions. */
    @Override
    public ELContext getElContext(VariableScope scope) {
        return scope == null ? functionsOnly() : super.getElContext(scope);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new ReflectionDenied());
        resolvers.add(super.createElResolver());
        return resolvers;
    }

    private ELContext functionsOnly() {
        ensureInitialized();
        ProcessEngineElContext context = new ProcessEngineElContext(functionMapper, new CompositeELResolver());
        context.putContext(ExpressionFactory.class, expressionFactory);
        return context;
    }
}
