package org.minqing.server;

import java.time.Duration;
import java.util.Locale;
import org.apache.coyote.Request;

/** How large the body of a request may be, how long it may take, and of which memory it is: that for files, or that for all else. */
final class Bodies {

    record Rule(int most, Duration within, BodyMemory memory) {}

    /** By tus 1.0.0. */
    private static final String PART_OF_A_FILE = "application/offset+octet-stream";

    final Rule words;
    final Rule files;

    Bodies(TrafficProperties rules) {
        words = new Rule(
                (int) rules.largestBody().toBytes(),
                rules.bodyWithin(),
                new BodyMemory(rules.bodyMemory().toBytes()));
        files = new Rule(
                (int) rules.largestUpload().toBytes(),
                rules.uploadWithin(),
                new BodyMemory(rules.uploadMemory().toBytes()));
    }

    Rule of(Request request) {
        var type = request.getContentType();
        var small = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return small.startsWith("multipart/") || small.startsWith(PART_OF_A_FILE) ? files : words;
    }
}
