package org.minqing.process.guard;

import java.beans.FeatureDescriptor;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.AnnotatedElement;
import java.sql.Connection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.naming.Context;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.beans.factory.BeanFactory;

/**
 * Asked before every other resolver: refuses the step from an object to its class, and every step that starts at an
 * object from which code can be run. Everything else is left to the resolvers that follow.
 */
final class ReflectionDenied extends ELResolver {

    private static final Set<String> NAMES = Set.of("class", "getClass");

    /** {@link AnnotatedElement} stands for Class, Method, Field, Constructor, Parameter, Package and Module. */
    private static final List<Class<?>> TYPES = List.of(
            AnnotatedElement.class,
            MethodHandle.class,
            ClassLoader.class,
            ModuleLayer.class,
            Runtime.class,
            ProcessBuilder.class,
            Process.class,
            ProcessHandle.class,
            Thread.class,
            ThreadGroup.class,
            ScriptEngine.class,
            ScriptEngineManager.class,
            Context.class,
            DataSource.class,
            Connection.class,
            BeanFactory.class,
            ProcessEngineServices.class,
            ProcessEngineConfiguration.class);

    private static final List<String> PACKAGES =
            List.of("java.lang.reflect.", "java.lang.invoke.", "java.lang.module.", "jdk.internal.", "sun.");

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        refuse(base, property);
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        refuse(base, method);
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        refuse(base, property);
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        refuse(base, property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        refuse(base, property);
        return false;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }

    /** Without a base the name is that of a variable or a bean, which may well be called "class". */
    private static void refuse(Object base, Object name) {
        if (base != null && (NAMES.contains(String.valueOf(name)) || leadsToCode(base))) {
            throw new ELException("An expression may not use '" + name + "' of "
                    + base.getClass().getName());
        }
    }

    private static boolean leadsToCode(Object base) {
        return TYPES.stream().anyMatch(type -> type.isInstance(base))
                || PACKAGES.stream().anyMatch(base.getClass().getName()::startsWith);
    }
}
