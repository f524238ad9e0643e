package org.minqing.file;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import org.minqing.code.Coded;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Files that staff take away. Each is named after what is in it, whose it is and the minute in Asia/Shanghai. */
@Component
public class Download {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

    private final InstantSource clock;

    Download(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Announces a file, so that a browser keeps it.
     *
     * @param what  such as {@code ledger}
     * @param whose code of the locality; null for all
     */
    public void announce(FileFormat format, String what, String whose, HttpServletResponse response) {
        var name = "minqing-" + what + "-" + (whose == null ? "all" : whose) + "-"
                + MINUTE.format(clock.instant().atZone(Times.ZONE)) + "." + format.code();
        response.setContentType(format.type());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /**
     * The kind of file that stands in the address of a request.
     *
     * @throws IllegalArgumentException if its controller answers under another ending
     */
    public static FileFormat asked(HttpServletRequest request) {
        // As the controller wrote it, and not as the browser did.
        var path = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return Coded.of(FileFormat.class, path.substring(path.lastIndexOf('.') + 1));
    }

    /** Where a CSV is written: in UTF-8. */
    public static Writer text(HttpServletResponse response) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** The same, marked as UTF-8: without the mark a spreadsheet takes Chinese for something else. */
    public static Writer markedText(HttpServletResponse response) throws IOException {
        var text = text(response);
        text.write("\ufeff");
        return text;
    }
}
