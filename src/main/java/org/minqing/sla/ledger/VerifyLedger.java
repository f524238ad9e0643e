package org.minqing.sla.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a ledger is the one that was written: {@code java -cp … org.minqing.sla.ledger.VerifyLedger export.csv anchors.txt}.
 * One file and nothing but the JDK, so that an auditor can read it whole and run it where our system cannot reach; the
 * application's own verification runs the same code over the database.
 */
public final class VerifyLedger {

    private static final String SEPARATOR = "\u001f";
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private final Map<String, Row> ends = new HashMap<>();
    private final Map<Long, List<Anchor>> anchors = new HashMap<>();
    private final Iterator<Row> rows;
    private Row row;
    private Bad first;
    private long lastId = Long.MIN_VALUE;
    private long rowCount;
    private long sealCount;
    private long anchorCount;

    private VerifyLedger(Iterator<Row> rows, Iterable<Anchor> anchors) {
        this.rows = rows;
        anchors.forEach(a ->
                this.anchors.computeIfAbsent(a.seal, n -> new ArrayList<>()).add(a));
        row = rows.hasNext() ? rows.next() : null;
    }

    /** A row of the ledger; {@code due} is null where there is none. */
    public record Row(
            long id,
            String appeal,
            int seq,
            String clock,
            int round,
            String kind,
            int step,
            Instant at,
            Instant due,
            String unit,
            String actor,
            String detail,
            String prevHash,
            String hash) {}

    /** A seal over rows of all appeals, {@code rowIds} as ranges such as {@code 1-17,19-40}. */
    public record Seal(long n, Instant at, int rows, String rowIds, String prevDigest, String digest) {}

    /** What left the system on a day; {@code rows} are those of this seal and of all before it. */
    public record Anchor(String day, long seal, long rows, String digest) {

        /** @throws IllegalArgumentException if it is no line such as {@code 2026-11-21 seal=12 rows=3456 digest=<64 hex>} */
        public static Anchor parse(String line) {
            if (!line.matches("\\d{4}-\\d\\d-\\d\\d seal=\\d{1,18} rows=\\d{1,18} digest=[0-9a-f]{64}")) {
                throw new IllegalArgumentException("no anchor: " + line);
            }
            var p = line.split(" \\w+=");
            return new Anchor(p[0], Long.parseLong(p[1]), Long.parseLong(p[2]), p[3]);
        }
    }

    /** The first row that is not as it was written; {@code appeal} is null where it is not known. */
    public record Bad(Kind kind, long id, String appeal, String what) {}

    /** What is wrong with it. A broken seal or anchor gives the lowest row that it no longer vouches for. */
    public enum Kind {
        CONTENT("内容被改动 content changed"),
        MISSING("缺行 row missing"),
        INSERTED("多出的行 row inserted"),
        ORDER("次序不对 order"),
        SEAL("封签不符 seal"),
        ANCHOR("锚点不符 anchor");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In Chinese and English. */
        public String label() {
            return label;
        }
    }

    /** What was checked, up to the first that is {@code bad}; null if all is sound. */
    public record Report(long rows, long appeals, long seals, long anchors, Bad bad) {}

    /** Reads rows by id and seals by number, each once; only the ends of the chains are kept in memory. */
    public static Report all(Iterator<Row> rows, Iterator<Seal> seals, Iterable<Anchor> anchors) {
        return new VerifyLedger(rows, anchors).run(seals);
    }

    /** A part of a ledger: only the chains of its appeals can be checked. */
    public static Report chains(Iterator<Row> rows) {
        return all(rows, List.<Seal>of().iterator(), List.of());
    }

    private Report run(Iterator<Seal> seals) {
        var last = new Seal(0, null, 0, "0", "", "0".repeat(64));
        long high = 0;
        long total = 0;
        long unvouched = 1;
        while (first == null && seals.hasNext()) {
            var seal = seals.next();
            var ranges = ranges(seal, last, high);
            sealed(seal, ranges, high);
            last = seal;
            high = ranges.isEmpty() ? high : ranges.get(ranges.size() - 1)[1];
            total += seal.rows;
            sealCount++;
            for (var anchor : anchors.getOrDefault(seal.n, List.of())) {
                anchorCount++;
                if (!anchor.digest.equals(seal.digest) || anchor.rows != total) {
                    bad(Kind.ANCHOR, unvouched, anchor.day + " 第 " + seal.n + " 号封签 seal " + seal.n);
                }
            }
            unvouched = anchors.containsKey(seal.n) ? high + 1 : unvouched;
        }
        for (long n : anchors.keySet()) {
            if (n > last.n || n < 1) {
                bad(Kind.ANCHOR, high + 1, "缺第 " + n + " 号封签 no seal " + n);
            }
        }
        while (first == null && row != null) {
            look();
        }
        return new Report(rowCount, ends.size(), sealCount, anchorCount, first);
    }

    /** The rows that it folds; none if it cannot be the seal after that one. */
    private static List<long[]> ranges(Seal seal, Seal last, long high) {
        var ranges = new ArrayList<long[]>();
        long count = 0;
        for (var range : seal.rowIds.split(",", -1)) {
            if (!range.matches("\\d{1,18}(-\\d{1,18})?")) {
                return List.of();
            }
            var ends = range.split("-");
            long[] r = {Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])};
            if (r[0] <= high || r[1] < r[0]) {
                return List.of();
            }
            high = r[1];
            count += r[1] - r[0] + 1;
            ranges.add(r);
        }
        var follows = seal.n == last.n + 1 && seal.prevDigest.equals(last.digest) && count == seal.rows;
        return follows ? ranges : List.of();
    }

    private void sealed(Seal seal, List<long[]> ranges, long high) {
        var digest = sha256();
        digest.update(utf8(String.join(
                SEPARATOR, "v1", "" + seal.n, time(seal.at), "" + seal.rows, seal.rowIds, seal.prevDigest)));
        var soundStranger = false;
        for (var range : ranges) {
            for (long id = range[0]; id <= range[1] && (first == null || first.kind == Kind.INSERTED); id++) {
                while (row != null && row.id < id) {
                    var stranger = row;
                    var before = first;
                    soundStranger |= look();
                    first = before != null ? before : new Bad(Kind.INSERTED, stranger.id, stranger.appeal, "");
                }
                if (row == null || row.id > id) {
                    bad(Kind.MISSING, id, "封签里有 sealed");
                } else {
                    digest.update(utf8(SEPARATOR + row.hash));
                    look();
                }
            }
        }
        // Where the seal itself is broken, a sound row that it does not name was not inserted: the seal was changed.
        var broken = ranges.isEmpty() || !hex(digest).equals(seal.digest);
        if (broken && (first == null || soundStranger)) {
            first = new Bad(Kind.SEAL, high + 1, null, "第 " + seal.n + " 号 no. " + seal.n);
        }
    }

    /** Takes the next row; whether it is as it was written and continues the chain of its appeal. */
    private boolean look() {
        var wrong = wrong(row, ends.put(row.appeal, row));
        first = first == null ? wrong : first;
        lastId = row.id;
        rowCount++;
        row = rows.hasNext() ? rows.next() : null;
        return wrong == null;
    }

    private Bad wrong(Row r, Row end) {
        var seq = end == null ? 1 : end.seq + 1;
        if (!r.hash.equals(computed(r))) {
            return new Bad(Kind.CONTENT, r.id, r.appeal, "");
        } else if (r.seq > seq) {
            return new Bad(Kind.MISSING, r.id, r.appeal, "此前缺序号 before it seq " + seq);
        } else if (r.seq < seq || !r.prevHash.equals(end == null ? "0".repeat(64) : end.hash) || r.id <= lastId) {
            return new Bad(Kind.ORDER, r.id, r.appeal, "接不上前一行 does not continue the row before it");
        } else if (end != null && r.at.isBefore(end.at)) {
            return new Bad(Kind.ORDER, r.id, r.appeal, "时间早于前一行 earlier than the row before it");
        }
        return null;
    }

    private void bad(Kind kind, long id, String what) {
        first = first == null ? new Bad(kind, id, null, what) : first;
    }

    private static String computed(Row r) {
        var canonical = String.join(
                SEPARATOR,
                List.of(
                        "v1",
                        "" + r.id,
                        r.appeal,
                        "" + r.seq,
                        r.clock,
                        "" + r.round,
                        r.kind,
                        "" + r.step,
                        time(r.at),
                        time(r.due),
                        r.unit,
                        r.actor,
                        r.detail,
                        r.prevHash));
        var digest = sha256();
        digest.update(utf8(canonical));
        return hex(digest);
    }

    /** As it stands under the hash; more digits than we ever wrote must not go unseen. */
    private static String time(Instant at) {
        return at == null ? "" : at.getNano() % 1_000_000 == 0 ? MILLIS.format(at.atOffset(ZoneOffset.UTC)) : "" + at;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends with 0 if all is sound, 1 if not, 2 if a file cannot be read. */
    public static void main(String... files) {
        var status = 2;
        try {
            status = verify(Path.of(files[0]), files.length > 1 ? Files.readAllLines(Path.of(files[1])) : List.of());
        } catch (RuntimeException | IOException e) {
            System.out.println("无法读取 unreadable: " + e + "\njava … VerifyLedger export.csv anchors.txt");
        }
        System.exit(status);
    }

    private static int verify(Path export, List<String> lines) throws IOException {
        try (var rowFile = Files.newBufferedReader(export);
                var sealFile = Files.newBufferedReader(export)) {
            var whole = read(rowFile).get(0).equals("\ufeffrecord");
            var rows = records(rowFile, "ROW").map(VerifyLedger::row).iterator();
            var seals = records(sealFile, "SEAL").map(VerifyLedger::seal).iterator();
            var anchors =
                    lines.stream().filter(l -> !l.isBlank()).map(Anchor::parse).toList();
            var report = whole ? all(rows, seals, anchors) : chains(rows);
            if (!whole) {
                System.out.println("部分导出，只核对了各诉求的链 part of the ledger: chains only, no seals, no anchors");
            }
            System.out.printf(
                    "行 rows %d，诉求 appeals %d，封签 seals %d，锚点 anchors %d%n",
                    report.rows, report.appeals, report.seals, report.anchors);
            var bad = report.bad;
            System.out.println(
                    bad == null
                            ? "完好 sound"
                            : "第一处不符 first bad row: id=" + bad.id + " appeal=" + bad.appeal + " " + bad.kind + " "
                                    + bad.kind.label + " " + bad.what);
            return bad == null ? 0 : 1;
        }
    }

    /** Up to the last line, which says that the export was not cut off. */
    private static Stream<List<String>> records(BufferedReader file, String type) {
        return Stream.generate(() -> read(file))
                .takeWhile(r -> !r.get(0).equals("END"))
                .filter(r -> r.get(0).equals(type));
    }

    private static Row row(List<String> c) {
        return new Row(
                Long.parseLong(c.get(1)),
                c.get(2),
                Integer.parseInt(c.get(3)),
                c.get(4),
                Integer.parseInt(c.get(5)),
                c.get(6),
                Integer.parseInt(c.get(7)),
                instant(c.get(8)),
                c.get(9).isEmpty() ? null : instant(c.get(9)),
                c.get(10),
                c.get(11),
                c.get(12),
                c.get(13),
                c.get(14));
    }

    private static Seal seal(List<String> c) {
        return new Seal(
                Long.parseLong(c.get(15)),
                instant(c.get(16)),
                Integer.parseInt(c.get(17)),
                c.get(18),
                c.get(19),
                c.get(20));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** One record of RFC 4180, without the apostrophe that keeps a spreadsheet from computing a cell. */
    private static List<String> read(BufferedReader file) {
        try {
            var cells = new ArrayList<String>();
            var cell = new StringBuilder();
            var quoted = false;
            while (true) {
                var c = file.read();
                file.mark(1);
                if (c < 0 && (quoted || cells.isEmpty())) {
                    throw new IllegalArgumentException("不完整 the export ends too early");
                } else if (c == '"' && quoted && file.read() == '"') {
                    cell.append('"');
                } else if (c == '"') {
                    file.reset();
                    quoted = !quoted;
                } else if (!quoted && (c == ',' || c == '\n' || c < 0)) {
                    var text = cell.toString();
                    cells.add(
                            text.startsWith("'") && text.matches("(?s)'+[=+\\-@\t\r＝＋－＠].*")
                                    ? text.substring(1)
                                    : text);
                    cell.setLength(0);
                    if (c != ',') {
                        return cells;
                    }
                } else if (quoted || c != '\r') {
                    cell.append((char) c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
