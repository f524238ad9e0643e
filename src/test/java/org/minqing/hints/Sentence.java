package org.minqing.hints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a resident writes, and what an official expects to be hinted.
 *
 * @param labels kinds of danger, {@code vulnerable}, {@code cut}, {@code staff}; or why there is none
 */
record Sentence(Set<String> labels, String text) {

    /** @param file such as {@code held-out.txt} */
    static List<Sentence> read(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/hints", file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", 2))
                    .map(parts -> new Sentence(Set.of(parts[0].strip().split(" ")), parts[1].strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
