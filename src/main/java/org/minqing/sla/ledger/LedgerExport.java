package org.minqing.sla.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.minqing.file.Csv;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/**
 * The ledger as CSV, as {@link VerifyLedger} reads it: a header, a record ROW for each row by id, a record SEAL for each
 * seal, and a record END with the numbers of both, so that a download that was cut off is noticed. The first cell of the
 * header is {@code record} for the whole ledger and {@code part} for a part of it, which has no seals.
 */
@Component
public class LedgerExport {

    private static final String[] COLUMNS = {
        "id",
        "appeal",
        "seq",
        "clock",
        "round",
        "kind",
        "step",
        "occurred_at",
        "due_at",
        "unit",
        "actor",
        "detail",
        "prev_hash",
        "hash",
        "n",
        "sealed_at",
        "rows",
        "row_ids",
        "prev_digest",
        "digest"
    };
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private final LedgerRows ledger;

    LedgerExport(LedgerRows ledger) {
        this.ledger = ledger;
    }

    /**
     * Writes it in UTF-8 with a byte order mark, which spreadsheets ask for; times in Asia/Shanghai. Row by row, however
     * long it is.
     *
     * @throws UncheckedIOException if the receiver does not take it
     */
    public void csv(Selection what, Writer to) {
        ledger.inOneSnapshot(() -> {
            write(what, to);
            return null;
        });
    }

    /** The same within a snapshot that is open already. */
    void write(Selection what, Writer to) {
        try {
            write(what, new Csv(to), to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Selection what, Csv csv, Writer to) throws IOException {
        long rows = 0;
        long seals = 0;
        to.write("\ufeff" + (what.whole() ? "record" : "part") + "," + String.join(",", COLUMNS) + "\r\n");
        try (var stream = ledger.rows(what)) {
            for (var all = stream.iterator(); all.hasNext(); rows++) {
                write(csv, all.next());
            }
        }
        if (what.whole()) {
            try (var stream = ledger.seals()) {
                for (var all = stream.iterator(); all.hasNext(); seals++) {
                    write(csv, all.next());
                }
            }
        }
        record(csv, "END", "n", seals, "", rows);
        to.flush();
    }

    private static void write(Csv csv, VerifyLedger.Row r) throws IOException {
        record(
                csv,
                "ROW",
                "id",
                r.id(),
                r.appeal(),
                r.seq(),
                r.clock(),
                r.round(),
                r.kind(),
                r.step(),
                time(r.at()),
                time(r.due()),
                r.unit(),
                r.actor(),
                r.detail(),
                r.prevHash(),
                r.hash());
    }

    private static void write(Csv csv, VerifyLedger.Seal s) throws IOException {
        record(csv, "SEAL", "n", s.n(), time(s.at()), s.rows(), s.rowIds(), s.prevDigest(), s.digest());
    }

    /** The cells from that column on; the others stay empty. */
    private static void record(Csv csv, String type, String first, Object... cells) throws IOException {
        var line = new Object[COLUMNS.length + 1];
        line[0] = type;
        System.arraycopy(cells, 0, line, 1 + List.of(COLUMNS).indexOf(first), cells.length);
        csv.write(line);
    }

    /** More digits than we ever write are shown: they are a sign of tampering. */
    private static String time(Instant at) {
        if (at == null) {
            return "";
        }
        var local = at.atZone(Times.ZONE);
        return at.getNano() % 1_000_000 == 0
                ? MILLIS.format(local)
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);
    }
}
