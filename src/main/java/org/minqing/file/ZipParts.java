package org.minqing.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Unpacks a ZIP that is in memory, by the directory at its end. The JDK reads such a file from disk only, or as a stream,
 * and as a stream it does not read what our own workbooks and some other programs write. What is too large is noticed
 * while it grows, whatever the file says of itself.
 */
final class ZipParts {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int MOST_PARTS = 500;

    private final ByteBuffer zip;
    private int left;

    private ZipParts(byte[] file, int most) {
        this.zip = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.left = most;
    }

    /**
     * @param most bytes, unpacked and all parts together
     * @return each part by its name in small letters, to be read once; what nobody reads is not unpacked, and what is read is read
     *         as {@link PartStream} allows
     * @throws RuntimeException if it is no ZIP
     */
    static Map<String, Supplier<InputStream>> of(byte[] file, int most) {
        return new ZipParts(file, most).parts();
    }

    private Map<String, Supplier<InputStream>> parts() {
        var parts = new HashMap<String, Supplier<InputStream>>();
        int end = end();
        int count = Short.toUnsignedInt(zip.getShort(end + 10));
        int at = zip.getInt(end + 16);
        if (count > MOST_PARTS) {
            throw UnreadableSheet.tooLarge();
        }
        for (int i = 0; i < count; i++) {
            if (zip.getInt(at) != ENTRY) {
                throw new IllegalArgumentException("No entry at " + at);
            }
            int name = Short.toUnsignedInt(zip.getShort(at + 28));
            var bytes = new byte[name];
            zip.get(at + ENTRY_LENGTH, bytes);
            parts.put(new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT), part(at));
            at += ENTRY_LENGTH
                    + name
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
        return parts;
    }

    /** Behind it stands a comment at most. */
    private int end() {
        for (int at = zip.capacity() - END_LENGTH; at >= 0; at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw new IllegalArgumentException("No directory");
    }

    private Supplier<InputStream> part(int entry) {
        int method = zip.getShort(entry + 10);
        int local = zip.getInt(entry + 42);
        int size = zip.getInt(entry + 20);
        if (method != DEFLATED && method != STORED) {
            throw new IllegalArgumentException("Packed by method " + method);
        }
        return () -> {
            int data = local
                    + LOCAL_LENGTH
                    + Short.toUnsignedInt(zip.getShort(local + 26))
                    + Short.toUnsignedInt(zip.getShort(local + 28));
            var packed = new ByteArrayInputStream(zip.array(), data, method == STORED ? size : zip.capacity() - data);
            return new PartStream(method == STORED ? packed : new Unpacking(packed), this::take);
        };
    }

    private void take(int bytes) {
        if (bytes > left) {
            throw UnreadableSheet.tooLarge();
        }
        left -= bytes;
    }

    /** Gives back what unpacking takes outside of the heap. */
    private static final class Unpacking extends InflaterInputStream {

        Unpacking(InputStream packed) {
            super(packed, new Inflater(true), 8192);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
