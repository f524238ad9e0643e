package org.minqing.attachment.resumable;

import java.time.InstantSource;
import java.util.UUID;
import org.minqing.attachment.LargeFiles;
import org.minqing.attachment.UnfinishedRule;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Files that come in parts. Every part is in the database before it is acknowledged, so any node takes the next. Whoever does not
 * know the id of an upload, which nobody guesses, cannot tell it from none; that of a member of staff is his alone.
 */
@Service
public class ResumableUploads {

    private final UploadRows rows;
    private final LargeFiles files;
    private final UnfinishedRule rule;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    ResumableUploads(
            UploadRows rows,
            LargeFiles files,
            UnfinishedRule rule,
            TransactionOperations transaction,
            InstantSource clock) {
        this.rows = rows;
        this.files = files;
        this.rule = rule;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param ending how the name ends, with the dot; empty if it has no ending
     * @throws InvalidInput if no file of that length is taken
     * @throws Refusal      if too much was sent already that nothing has used
     */
    public ResumableUpload begin(long length, String ending, String person) {
        files.requireLength(length);
        files.requireRoom(0);
        var now = clock.instant();
        var upload = new ResumableUpload(
                UUID.randomUUID(), length, 0, ending, person, now.plus(rule.unfinishedFor()), false);
        rows.insert(upload, now);
        return upload;
    }

    /**
     * How far it is. If a node died after the last part, it is finished now.
     *
     * @throws Refusal if there is none, it is somebody else's, or it has expired: all look alike
     */
    public ResumableUpload get(UUID id, String person) {
        var upload = mine(rows.find(id).orElseThrow(Refusal::notFound), person);
        return upload.complete() && !upload.finished() ? finish(upload) : upload;
    }

    /**
     * Takes the next part.
     *
     * @param offset where it begins
     * @throws Refusal      if there is no such upload, or that is not where it stands
     * @throws InvalidInput if there is more than was announced; if it is complete and what it is is not taken, in which case it
     *                      is gone
     */
    public ResumableUpload append(UUID id, String person, long offset, byte[] bytes) {
        var upload = transaction.execute(tx -> {
            var known = mine(rows.lock(id).orElseThrow(Refusal::notFound), person);
            if (offset != known.received() || known.finished()) {
                throw Refusal.conflict("传到的位置对不上，请先问一下传到哪里了。", "The offset is not where the upload stands.");
            }
            if (bytes.length > known.length() - known.received()) {
                throw new InvalidInput("file", "传来的比说好的多", "is longer than announced");
            }
            files.requireRoom(bytes.length);
            rows.add(known, bytes);
            return rows.find(id).orElseThrow();
        });
        return upload.complete() ? finish(upload) : upload;
    }

    private ResumableUpload finish(ResumableUpload upload) {
        try {
            return transaction.execute(tx -> {
                var known = rows.lock(upload.id()).orElseThrow(Refusal::notFound);
                if (!known.finished()) {
                    files.keep(known.id(), rows.source(known), known.ending(), known.person());
                    rows.finish(known.id());
                }
                return rows.find(upload.id()).orElseThrow();
            });
        } catch (InvalidInput e) {
            // What it is does not change by sending it again.
            rows.delete(upload.id());
            throw e;
        }
    }

    /** Whoever changed his mind; an attachment that it has become stays. */
    public void end(UUID id, String person) {
        rows.delete(mine(rows.find(id).orElseThrow(Refusal::notFound), person).id());
    }

    private ResumableUpload mine(ResumableUpload upload, String person) {
        if (upload.person() != null && !upload.person().equals(person)
                || !upload.expiresAt().isAfter(clock.instant())) {
            throw Refusal.notFound();
        }
        return upload;
    }

    @Scheduled(cron = "0 37 * * * *", zone = "Asia/Shanghai")
    void forget() {
        rows.deleteExpired(clock.instant());
    }
}
