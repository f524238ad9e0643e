package org.minqing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.minqing.time.Times;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** When the last backup was made, as whoever makes it says: it touches a file. What nobody says was not made. */
@Component
class Backups {

    /**
     * {@code minqing.backup} in {@code application.yml}.
     *
     * @param mark   touched when a backup was made and copied away
     * @param within so old the last one may be
     */
    @ConfigurationProperties("minqing.backup")
    record Properties(Path mark, Duration within) {}

    /** @param at in words; null if none is known */
    record Last(String at, boolean late) {}

    private final Properties properties;
    private final InstantSource clock;

    Backups(Properties properties, InstantSource clock) {
        this.properties = properties;
        this.clock = clock;
    }

    Last last() {
        var at = touched();
        return new Last(
                at == null ? null : Times.words(at),
                at == null || at.isBefore(clock.instant().minus(properties.within())));
    }

    private Instant touched() {
        try {
            return Files.getLastModifiedTime(properties.mark()).toInstant();
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
