package org.minqing.sla.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The yearly files that this node carries: those in the program, and those in a folder beside it, which win. */
@Component
class CalendarFiles {

    private final Collection<CalendarFile> packaged = packaged();
    private final Path folder;

    /** @param folder may be missing */
    CalendarFiles(@Value("${minqing.calendars-dir}") String folder) {
        // Spring would take a relative Path for a place on the class path.
        this.folder = Path.of(folder);
    }

    /**
     * One for each year, in their order.
     *
     * @throws CalendarFileException if one of them cannot be used
     */
    Collection<CalendarFile> read() {
        var byYear = new TreeMap<Integer, CalendarFile>();
        packaged.forEach(file -> byYear.put(file.year().year(), file));
        try {
            inFolder().forEach(file -> byYear.put(file.year().year(), file));
        } catch (IOException e) {
            throw new UncheckedIOException("放假安排文件夹读不了 The folder of calendars cannot be read: " + folder, e);
        }
        return byYear.values();
    }

    static Collection<CalendarFile> packaged() {
        var files = new TreeMap<String, CalendarFile>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:calendars/*.yml")) {
                var name = "calendars/" + resource.getFilename();
                files.putIfAbsent(name, CalendarFile.of(name, resource.getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The calendars of the program cannot be read", e);
        }
        return files.values();
    }

    private Collection<CalendarFile> inFolder() throws IOException {
        var files = new TreeMap<String, CalendarFile>();
        if (Files.isDirectory(folder)) {
            try (var paths = Files.list(folder)) {
                for (var path : paths.filter(CalendarFiles::isYaml).toList()) {
                    files.put(path.toString(), CalendarFile.of(path.toString(), Files.readAllBytes(path)));
                }
            }
        }
        return files.values();
    }

    /** Also those of the other spelling: what looks like a calendar must not be passed over in silence. */
    private static boolean isYaml(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).matches("[^.].*\\.ya?ml");
    }
}
