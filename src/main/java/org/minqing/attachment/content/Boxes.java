package org.minqing.attachment.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.minqing.problem.InvalidInput;

/**
 * The boxes of an MP4 or QuickTime file (ISO/IEC 14496-12). Phones write into some of them where the video was taken; those are
 * emptied where they stand, so that all others keep their places.
 */
final class Boxes {

    /** What describes the film and is not the film. */
    private static final Set<String> TAGS = Set.of("udta", "meta", "uuid", "XMP_", "id32");

    private static final Set<String> NESTED = Set.of("moov", "trak", "mdia", "moof", "traf");
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int DEEPEST = 6;

    /** A film of hours in pieces of a second has fewer. */
    private static final int MOST = 200_000;

    private final Source file;
    private final List<Tags.Box> tags = new ArrayList<>();
    private boolean film;
    private int looked;

    private Boxes(Source file) {
        this.file = file;
    }

    /** @throws InvalidInput if it ends before its boxes do, or holds no film */
    static byte[] withoutTags(byte[] bytes) {
        var clean = bytes.clone();
        tags(Source.of(bytes)).empty(clean, 0);
        return clean;
    }

    /** The same of one that does not fit into memory: what is to be emptied in it. */
    static Tags tags(Source file) {
        var boxes = new Boxes(file);
        boxes.look(0, file.length(), 0);
        if (!boxes.film) {
            throw broken();
        }
        return new Tags(boxes.tags);
    }

    private void look(long from, long end, int depth) {
        for (long at = from; at + HEAD <= end; ) {
            var box = box(at, end);
            film |= box.is("moov");
            if (TAGS.contains(box.type()) || box.is("trak") && tells(box.content(), box.end(), 0)) {
                tags.add(new Tags.Box(at, box.head(), box.size()));
            } else if (NESTED.contains(box.type()) && depth < DEEPEST) {
                look(box.content(), box.end(), depth + 1);
            }
            at = box.end();
        }
    }

    private record Box(long at, String type, int head, long size) {

        boolean is(String other) {
            return type.equals(other);
        }

        long content() {
            return at + head;
        }

        long end() {
            return at + size;
        }
    }

    private Box box(long at, long end) {
        if (++looked > MOST) {
            throw broken();
        }
        var start = ByteBuffer.wrap(bytes(at, HEAD));
        long size = Integer.toUnsignedLong(start.getInt());
        var head = HEAD;
        if (size == 1 && at + LONG_HEAD <= end) {
            size = ByteBuffer.wrap(bytes(at + HEAD, Long.BYTES)).getLong();
            head = LONG_HEAD;
        } else if (size == 0) {
            // To the end of the file.
            size = end - at;
        }
        if (size < head || size > end - at) {
            throw broken();
        }
        return new Box(at, new String(start.array(), 4, 4, StandardCharsets.ISO_8859_1), head, size);
    }

    /** Whether a track carries no picture and no sound, but tells of them: places along the way, for one. */
    private boolean tells(long from, long end, int depth) {
        for (long at = from; at + HEAD <= end; ) {
            var box = box(at, end);
            if (box.is("mdia")) {
                // A film has one; a million, each within another, would use up the stack.
                return depth < DEEPEST && tells(box.content(), box.end(), depth + 1);
            }
            if (box.is("hdlr")) {
                var kind = box.content() + HEAD;
                return kind + 4 <= end
                        && !Set.of("vide", "soun").contains(new String(bytes(kind, 4), StandardCharsets.ISO_8859_1));
            }
            at = box.end();
        }
        return false;
    }

    private byte[] bytes(long at, int count) {
        var bytes = new byte[count];
        file.read(at, bytes);
        return bytes;
    }

    private static InvalidInput broken() {
        return new InvalidInput("file", "这段视频或语音打不开，可能没有传完整，请重新选择", "the video cannot be read");
    }
}
