package org.minqing.process.guard;

import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A bean that expressions may name and that remembers whether one of them reached it. Harmless. */
public class Probe {

    private static final AtomicBoolean TOUCHED = new AtomicBoolean();

    static boolean touched() {
        return TOUCHED.get();
    }

    static void forget() {
        TOUCHED.set(false);
    }

    /** What the injected expressions call. */
    public Date touch() {
        TOUCHED.set(true);
        return new Date();
    }

    /** What the models of the tests call. */
    public String assignee() {
        return "matou-clerk";
    }

    /** The due date of the timers of the tests: one second ago. */
    public Date due() {
        return new Date(System.currentTimeMillis() - 1000);
    }

    /** Objects from which code can be run, as if some bean of ours had handed one out by mistake. */
    public Map<String, Object> getDangerous() throws NoSuchMethodException {
        return Map.of(
                "type", String.class,
                "runtime", Runtime.getRuntime(),
                "builder", new ProcessBuilder("true"),
                "thread", Thread.currentThread(),
                "loader", getClass().getClassLoader(),
                "method", Object.class.getMethod("toString"));
    }
}
