package org.minqing.attachment.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Keeps bytes in pieces of {@link #PIECE} bytes, of which the last may be shorter. */
public interface AttachmentStore {

    /** Bytes of a piece: 256 KiB, which a row of the database takes without trouble. */
    int PIECE = 256 * 1024;

    /** @param part what of the attachment: a word of small letters */
    default void keep(UUID id, String part, byte[] bytes) {
        keep(id, part, (bytes.length + PIECE - 1) / PIECE, number -> {
            var from = number * PIECE;
            return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
        });
    }

    /**
     * The same of what does not fit into memory.
     *
     * @param count  of its pieces
     * @param pieces each by its number, counted from 0; asked for once, in their order
     */
    void keep(UUID id, String part, int count, IntFunction<byte[]> pieces);

    /**
     * One piece as it was kept.
     *
     * @param number counted from 0
     * @throws MissingPiece if it is not there
     */
    byte[] piece(UUID id, String part, int number);

    /** All parts of it; nothing happens if there are none. */
    void remove(UUID id);

    /**
     * Removes what a node left behind that died before it could say so. Where the bytes stand in the transaction that names them
     * there is none.
     *
     * @param before what came later may belong to a transaction that still runs
     * @param known  tells which of these ids are named somewhere
     */
    default void sweep(Instant before, UnaryOperator<Set<UUID>> known) {
        // Nothing is left behind.
    }

    /** What should be there is not. */
    final class MissingPiece extends RuntimeException {

        MissingPiece(UUID id, String part, int number) {
            super("attachment " + id + ": piece " + number + " of " + part + " is missing");
        }
    }
}
