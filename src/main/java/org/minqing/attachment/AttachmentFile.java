package org.minqing.attachment;

import java.io.InputStream;
import java.util.UUID;
import org.minqing.attachment.store.AttachmentStore;
import org.springframework.core.io.AbstractResource;

/** The bytes of an attachment, read piece by piece; each is compared with what was kept before any of it goes out. */
final class AttachmentFile extends AbstractResource {

    private final AttachmentStore store;
    private final UUID id;
    private final String part;
    private final AttachmentRows.Part known;
    private final byte[] first;

    /** @throws IllegalStateException if it is not what was kept: as long as nothing was sent, somebody can still be told */
    AttachmentFile(AttachmentStore store, UUID id, String part, AttachmentRows.Part known) {
        this.store = store;
        this.id = id;
        this.part = part;
        this.known = known;
        first = piece(0);
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return known.bytes();
    }

    @Override
    public String getDescription() {
        return "attachment " + id;
    }

    @Override
    public InputStream getInputStream() {
        return new Reading();
    }

    private byte[] piece(int number) {
        var piece = store.piece(id, part, number);
        if (!known.pieces().holds(number, piece)) {
            throw new IllegalStateException(
                    "attachment " + id + ": piece " + number + " of " + part + " is not what was kept");
        }
        return piece;
    }

    private final class Reading extends InputStream {

        private long at;
        private int held;
        private byte[] piece = first;

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int most) {
            if (at >= known.bytes()) {
                return -1;
            }
            var number = (int) (at / AttachmentStore.PIECE);
            if (number != held) {
                piece = piece(number);
                held = number;
            }
            var from = (int) (at % AttachmentStore.PIECE);
            var count = Math.min(most, piece.length - from);
            System.arraycopy(piece, from, into, offset, count);
            at += count;
            return count;
        }

        /** Where a part of a film begins nothing before it is read. */
        @Override
        public long skip(long bytes) {
            var skipped = Math.max(0, Math.min(bytes, known.bytes() - at));
            at += skipped;
            return skipped;
        }
    }
}
