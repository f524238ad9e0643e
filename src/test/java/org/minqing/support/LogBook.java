package org.minqing.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the log says while something is tried, as it would stand on the console. */
public final class LogBook implements AutoCloseable {

    private final List<String> entries = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            entries.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
        }
    };

    public LogBook() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{20} - %msg%n");
        encoder.start();
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
    }

    /** Stacks included. */
    public String text() {
        return String.join("", entries);
    }

    public long lines() {
        return text().lines().count();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
    }
}
