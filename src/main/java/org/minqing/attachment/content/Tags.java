package org.minqing.attachment.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What is to be emptied in a film, where it stands: its bytes can be passed on one piece after the other. */
public final class Tags {

    private static final byte[] FREE = "free".getBytes(StandardCharsets.US_ASCII);
    private static final int TYPE = 4;

    /** A box of so many bytes with a head of so many: its type becomes {@code free}, its content nothing. */
    record Box(long at, int head, long size) {}

    private final List<Box> boxes;

    Tags(List<Box> boxes) {
        this.boxes = List.copyOf(boxes);
    }

    /** Empties what lies in a piece of the film that begins there. */
    public void empty(byte[] piece, long begins) {
        for (var box : boxes) {
            var from = Math.max(box.at() + box.head(), begins) - begins;
            var end = Math.min(box.at() + box.size(), begins + piece.length) - begins;
            if (from < end) {
                Arrays.fill(piece, (int) from, (int) end, (byte) 0);
            }
            for (int i = 0; i < FREE.length; i++) {
                var at = box.at() + TYPE + i - begins;
                if (at >= 0 && at < piece.length) {
                    piece[(int) at] = FREE[i];
                }
            }
        }
    }
}
