package org.minqing.sla.ledger;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The ledger as it stands at one moment, to be read more than once; each reading goes row by row. */
public final class LedgerSnapshot {

    private final LedgerRows ledger;
    private final LedgerExport export;
    private final Anchors anchors;

    LedgerSnapshot(LedgerRows ledger, LedgerExport export, Anchors anchors) {
        this.ledger = ledger;
        this.export = export;
        this.anchors = anchors;
    }

    /** As {@link LedgerExport#csv} writes it. */
    public void csv(Selection what, Writer to) {
        export.write(what, to);
    }

    /** The SHA-256 of the bytes of that CSV in UTF-8, in hexadecimal digits. */
    public String csvDigest(Selection what) {
        var digest = DigestUtils.getSha256Digest();
        var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        csv(what, new OutputStreamWriter(sink, StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** By id. */
    public void eachRow(Selection what, Consumer<VerifyLedger.Row> reader) {
        each(ledger.rows(what), reader);
    }

    /** By number. */
    public void eachSeal(Consumer<VerifyLedger.Seal> reader) {
        each(ledger.seals(), reader);
    }

    /** By day. */
    public List<VerifyLedger.Anchor> anchors() {
        return anchors.all();
    }

    private static <T> void each(Stream<T> all, Consumer<T> reader) {
        try (all) {
            all.iterator().forEachRemaining(reader);
        }
    }
}
