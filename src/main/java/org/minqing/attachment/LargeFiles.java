package org.minqing.attachment;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.IntFunction;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.attachment.content.Cleaning;
import org.minqing.attachment.content.FileType;
import org.minqing.attachment.content.Source;
import org.minqing.attachment.store.AttachmentStore;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a file that came in parts. A film is cleaned and kept piece by piece, for all of it may be too much for the memory. */
@Component
public class LargeFiles {

    /** By so much the type is told. */
    private static final int START = 64 * 1024;

    private final AttachmentRules rules;
    private final Cleaning cleaning;
    private final Attachments attachments;
    private final AttachmentRows rows;
    private final AttachmentStore store;
    private final InstantSource clock;

    LargeFiles(
            AttachmentRules rules,
            Cleaning cleaning,
            Attachments attachments,
            AttachmentRows rows,
            AttachmentStore store,
            InstantSource clock) {
        this.rules = rules;
        this.cleaning = cleaning;
        this.attachments = attachments;
        this.rows = rows;
        this.store = store;
        this.clock = clock;
    }

    /** @throws InvalidInput if no file of that length is taken, whatever is in it */
    public void requireLength(long length) {
        if (length < 1) {
            throw new InvalidInput("file", "文件是空的", "is empty");
        }
        if (length > rules.largest()) {
            var most = rules.largest() >> 20;
            throw new InvalidInput("file", "文件太大，最大 " + most + " MB", "is larger than " + most + " MB");
        }
    }

    /** The most that {@link #requireLength} lets pass. */
    public long largest() {
        return rules.largest();
    }

    /** @throws Refusal if too much was sent already that nothing has used */
    public void requireRoom(long bytes) {
        attachments.requireRoom(bytes);
    }

    /**
     * Keeps what came, in the transaction of the caller.
     *
     * @param ending how its name ended, with the dot; empty if it had no ending
     * @param person user id of the member of staff who sent it; null for a resident
     * @throws InvalidInput if it is of no type that is taken so large, or cannot be read
     */
    @Transactional
    public void keep(UUID id, Source file, String ending, String person) {
        var name = "file" + ending;
        var type = cleaning.typeOf(bytes(file, 0, Math.min(START, file.length())), name);
        rules.check(type, file.length(), person != null);
        if (!type.boxes()) {
            // All others are small enough, or were refused.
            attachments.keep(id, new Upload(name, bytes(file, 0, file.length()), null, person, null));
            return;
        }
        keep(id, file, type, person);
    }

    private void keep(UUID id, Source file, FileType type, String person) {
        var tags = cleaning.tagsOf(file);
        var count = (int) ((file.length() + AttachmentStore.PIECE - 1) / AttachmentStore.PIECE);
        IntFunction<byte[]> clean = number -> {
            var from = (long) number * AttachmentStore.PIECE;
            var piece = bytes(file, from, Math.min(AttachmentStore.PIECE, file.length() - from));
            tags.empty(piece, from);
            return piece;
        };
        // Twice: what its digest is must be known before the first piece is kept.
        var whole = DigestUtils.getSha256Digest();
        var pieces = Pieces.of(count, clean, whole::update);
        var sha256 = Hex.encodeHexString(whole.digest());
        rows.insert(
                id,
                new NewRow(type, type.type(), file.length(), sha256, pieces, null, 0, 0, person, null),
                clock.instant());
        store.keep(id, Attachments.WHOLE, count, clean);
    }

    private static byte[] bytes(Source file, long from, long count) {
        var bytes = new byte[(int) count];
        file.read(from, bytes);
        return bytes;
    }
}
