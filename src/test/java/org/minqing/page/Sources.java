package org.minqing.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Our pages, their texts and the code behind them, as they lie in the source. */
final class Sources {

    static final Path TEMPLATES = Path.of("src/main/resources/templates");
    static final Path MESSAGES = Path.of("src/main/resources/messages");
    static final Path CODE = Path.of("src/main/java/org/minqing");

    private Sources() {}

    static List<Path> files(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code desk/appeal}: what controllers and other pages call a file by. */
    static String name(Path file) {
        var root = file.startsWith(TEMPLATES) ? TEMPLATES : MESSAGES;
        return root.relativize(file).toString().replaceFirst("\\.\\w+$", "");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first group of a pattern finds. */
    static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(r -> r.group(1)).toList();
    }
}
