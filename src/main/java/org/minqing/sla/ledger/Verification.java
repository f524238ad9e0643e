package org.minqing.sla.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.minqing.database.AsTheProgram;
import org.springframework.stereotype.Component;

/** Whether the ledger in the database is the one that was written, by the code of the stand-alone {@link VerifyLedger}. */
@Component
public class Verification {

    private final LedgerRows ledger;
    private final Anchors anchors;
    private final AnchorFile file;

    Verification(LedgerRows ledger, Anchors anchors, AnchorFile file) {
        this.ledger = ledger;
        this.anchors = anchors;
        this.file = file;
    }

    /**
     * What was checked.
     *
     * @param anchors  different ones, of the database and of this node's file
     * @param firstBad null if it is sound; the counts then end there
     */
    public record Result(long rows, long appeals, long seals, long anchors, boolean sound, FirstBad firstBad) {}

    /**
     * The first row that is not as it was written. A broken seal or anchor gives the lowest row that it no longer vouches
     * for.
     *
     * @param appeal null where the row itself is gone
     * @param what   in Chinese and English
     */
    public record FirstBad(long id, String appeal, String what) {}

    /**
     * Reads the whole ledger in one snapshot.
     *
     * @throws UncheckedIOException if the file of anchors is there and cannot be read
     * @throws IllegalArgumentException if a line of it is no anchor
     */
    public Result verify() {
        return verify(read -> {});
    }

    /** @param progress hears of every row that was read, within the snapshot */
    Result verify(LongConsumer progress) {
        var known = new LinkedHashSet<VerifyLedger.Anchor>();
        try {
            known.addAll(file.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var report = AsTheProgram.run(() -> ledger.inOneSnapshot(() -> report(known, progress)));
        var bad = report.bad() == null ? null : said(report.bad());
        return new Result(report.rows(), report.appeals(), report.seals(), report.anchors(), bad == null, bad);
    }

    private VerifyLedger.Report report(Set<VerifyLedger.Anchor> known, LongConsumer progress) {
        known.addAll(anchors.all());
        try (var rows = ledger.rows(Selection.all());
                var seals = ledger.seals()) {
            var read = new AtomicLong();
            return VerifyLedger.all(
                    rows.peek(row -> progress.accept(read.incrementAndGet())).iterator(), seals.iterator(), known);
        }
    }

    private static FirstBad said(VerifyLedger.Bad bad) {
        return new FirstBad(bad.id(), bad.appeal(), (bad.kind().label() + " " + bad.what()).strip());
    }
}
