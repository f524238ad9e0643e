package org.minqing.attachment;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.attachment.store.AttachmentStore;

/** The SHA-256 of each piece of a file, 32 bytes each: a part of a film is compared without reading all of it. */
record Pieces(byte[] digests) {

    private static final int LENGTH = 32;

    static Pieces of(byte[] bytes) {
        var digests = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += AttachmentStore.PIECE) {
            digests.writeBytes(DigestUtils.sha256(
                    Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + AttachmentStore.PIECE))));
        }
        return new Pieces(digests.toByteArray());
    }

    /** @param each is shown every piece as well */
    static Pieces of(int count, IntFunction<byte[]> pieces, Consumer<byte[]> each) {
        var digests = new ByteArrayOutputStream();
        for (int number = 0; number < count; number++) {
            var piece = pieces.apply(number);
            each.accept(piece);
            digests.writeBytes(DigestUtils.sha256(piece));
        }
        return new Pieces(digests.toByteArray());
    }

    boolean holds(int number, byte[] piece) {
        var from = number * LENGTH;
        return from + LENGTH <= digests.length
                && Arrays.equals(DigestUtils.sha256(piece), Arrays.copyOfRange(digests, from, from + LENGTH));
    }
}
