package org.minqing.support.watch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A class whose tests wait for what never comes is a failure with a name: what every thread of it does is said, and its program
 * ends. Otherwise the whole run would wait until whoever started it gives up, and nobody would know for what. Registered by
 * {@code META-INF/services}.
 */
public final class NothingHangs implements Extension, BeforeAllCallback, AfterAllCallback {

    /** Many times what the longest class takes on two cores. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    });

    private static final Namespace OWN = Namespace.create(NothingHangs.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var name = context.getDisplayName();
        context.getStore(OWN)
                .put(context.getUniqueId(), WATCH.schedule(() -> end(name), LONGEST.toSeconds(), TimeUnit.SECONDS));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        context.getStore(OWN)
                .remove(context.getUniqueId(), ScheduledFuture.class)
                .cancel(false);
    }

    private static void end(String name) {
        System.err.println(name + " has not ended within " + LONGEST);
        Thread.getAllStackTraces().forEach(NothingHangs::say);
        System.err.flush();
        // Not exit: what waits may be what would have to end.
        Runtime.getRuntime().halt(1);
    }

    private static void say(Thread thread, StackTraceElement[] stack) {
        System.err.println(Map.entry(thread.getName(), thread.getState()));
        for (var frame : stack) {
            System.err.println("    at " + frame);
        }
    }
}
