package org.minqing.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;

/** Every address of the engine's REST interfaces, read from the annotations of the classes that serve them. */
final class EngineEndpoints {

    private static final Map<String, Application> APPLICATIONS = Map.of(
            "/camunda/api/engine", new EngineRestApplication(),
            "/camunda/api/cockpit", new CockpitApplication(),
            "/camunda/api/admin", new AdminApplication(),
            "/camunda/api/tasklist", new TasklistApplication(),
            "/camunda/api/welcome", new WelcomeApplication());

    private final Set<Endpoint> found = new TreeSet<>();

    private EngineEndpoints() {}

    /** To be called while the engine runs: its plugins bring resources as well. */
    static Set<Endpoint> all() {
        var endpoints = new EngineEndpoints();
        APPLICATIONS.forEach((base, application) -> application.getClasses().forEach(type -> {
            for (var path : annotations(type, Path.class)) {
                endpoints.walk(type, base + "/" + path.value(), new ArrayDeque<>());
            }
        }));
        return endpoints.found;
    }

    private void walk(Class<?> type, String base, Deque<Class<?>> above) {
        if (above.contains(type)) {
            return;
        }
        above.push(type);
        for (var method : type.getMethods()) {
            var annotations = annotations(method);
            var path = annotations.stream()
                    .filter(Path.class::isInstance)
                    .map(a -> ((Path) a).value())
                    .findFirst();
            var full = (base + "/" + path.orElse("")).replaceAll("/+", "/");
            var verbs = annotations.stream()
                    .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(HttpMethod::value)
                    .toList();
            verbs.forEach(verb -> found.add(new Endpoint(verb, full)));
            if (verbs.isEmpty() && path.isPresent()) {
                walk(method.getReturnType(), full, above);
            }
        }
        above.pop();
    }

    private static <A extends Annotation> List<A> annotations(Class<?> type, Class<A> kind) {
        return types(type).stream()
                .map(t -> t.getAnnotation(kind))
                .filter(a -> a != null)
                .limit(1)
                .toList();
    }

    /** A resource often leaves its annotations to the interface that it implements. */
    private static List<Annotation> annotations(Method method) {
        var all = new ArrayList<Annotation>();
        for (var type : types(method.getDeclaringClass())) {
            try {
                all.addAll(List.of(type.getMethod(method.getName(), method.getParameterTypes())
                        .getAnnotations()));
            } catch (NoSuchMethodException e) {
                // Declared further down only.
            }
        }
        return all;
    }

    private static Set<Class<?>> types(Class<?> type) {
        var all = new LinkedHashSet<Class<?>>();
        for (var t = type; t != null; t = t.getSuperclass()) {
            all.add(t);
            for (var i : t.getInterfaces()) {
                all.addAll(types(i));
            }
        }
        return all;
    }
}
