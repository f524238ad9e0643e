package org.minqing.sla.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.sla.ledger.LedgerSamples.START;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.Seed;

/** What an auditor takes home, and the program that he checks it with. */
class LedgerExportTest {

    private static final List<String> NASTY = List.of(
            "=1+1", "+1", "-1", "@A1", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "'=1", "''=1", "'x", "a,b", "a\"b\"", "\"",
            "a\r\nb", "a\nb", "", " ", "\ufeffx", "😀，诉求", "''", "END");

    @TempDir
    static Path folder;

    static LedgerDatabase database;
    static String appeal;

    @BeforeAll
    static void start() throws IOException {
        database = new LedgerDatabase(folder);
        database.fill(new Random(Seed.any()), 5, 60, 3);
        appeal = database.samples.appeal();
        for (int i = 0; i < NASTY.size(); i++) {
            database.samples.row(appeal, i, START, NASTY.get(i));
        }
        database.seal();
        // Not sealed yet.
        database.samples.row(appeal, NASTY.size(), START);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void theVerifierNeedsNothingButItsOwnClassTheExportAndTheAnchors() throws Exception {
        var anchors = Files.writeString(folder.resolve("anchors.txt"), AnchorFile.line(database.anchor(2)));
        var said = run(0, export(Selection.all()), anchors);
        assertThat(said)
                .contains(
                        "rows " + count("select count(*) from sla_ledger"),
                        "appeals " + count("select count(distinct appeal) from sla_ledger"),
                        "seals " + count("select count(*) from ledger_seal"),
                        "anchors 1",
                        "sound");
    }

    @Test
    void noCellBeginsLikeAFormula() throws Exception {
        var text = Files.readString(export(Selection.appeal(appeal)));
        for (var formula : NASTY.subList(0, 12)) {
            assertThat(text).contains("'" + formula);
        }
        assertThat(text.substring(1)).doesNotContainPattern("(^|,|\n)\"?[=+\\-@\t＝＋－＠]");
    }

    @Test
    void aPartSaysThatItIsOneAndItsChainsAreChecked() throws Exception {
        var part = export(Selection.appeal(appeal));
        assertThat(run(0, part)).contains("chains only", "rows 25", "seals 0", "sound");
        assertThat(Files.readString(part)).doesNotContain("SEAL");
        Files.writeString(part, Files.readString(part).replaceFirst("诉求", "诉请"));
        assertThat(run(1, part)).contains("CONTENT", appeal);
        assertThat(run(0, export(Selection.locality("nowhere"))))
                .contains("chains only", "appeals " + count("select count(distinct appeal) from sla_ledger"));
        assertThat(run(0, export(Selection.locality("elsewhere")))).contains("rows 0");
    }

    @Test
    void theFirstBadRowOfAChangedExportIsNamed() throws Exception {
        var export = export(Selection.all());
        var id = database.jdbc
                .sql("select id from sla_ledger where detail = '第 7 步'")
                .query(Long.class)
                .single();
        Files.writeString(export, Files.readString(export).replace("第 7 步", "第 8 步"));
        assertThat(run(1, export)).contains("id=" + id + " ", "CONTENT");
    }

    @Test
    void anAnchorOfAnotherLedgerIsNotMet() throws Exception {
        var other = Files.writeString(
                folder.resolve("other.txt"), "2026-03-03 seal=2 rows=40 digest=" + "a".repeat(64) + "\n");
        assertThat(run(1, export(Selection.all()), other)).contains("ANCHOR", "2026-03-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "noNumber", "empty", "badAnchor", "noFile"})
    void whatCannotBeReadIsNeitherSoundNorBad(String how) throws Exception {
        var export = export(Selection.all());
        var anchors = Files.writeString(folder.resolve("bad.txt"), how.equals("badAnchor") ? "2026 seal=x\n" : "");
        var text = Files.readString(export);
        switch (how) {
            case "cut" -> Files.writeString(export, text.substring(0, text.length() / 2));
            case "noNumber" -> Files.writeString(export, text.replaceFirst("ROW,\\d+", "ROW,many"));
            case "empty" -> Files.writeString(export, "");
            case "noFile" -> Files.delete(export);
            default -> assertThat(how).isEqualTo("badAnchor");
        }
        assertThat(run(2, export, anchors)).contains("unreadable");
    }

    @Test
    void tenThousandsOfRowsAreVerifiedInSeconds() throws Exception {
        var many = database.samples.appeal();
        database.jdbc.sql("""
                insert into sla_ledger (appeal, clock, round, kind, step, occurred_at, due_at, unit, actor, detail)
                select ?, 'RESPOND', 0, 'NOTED', n, '2026-03-02T01:00:00Z', null, 'unit', 'actor', 'detail ' || n
                from generate_series(1, 20000) n""").param(many).update();
        var started = System.nanoTime();
        var report = database.verify(List.of());
        var stored = System.nanoTime();
        assertThat(report.bad()).isNull();
        assertThat(report.rows()).isGreaterThan(20_000);
        assertThat(run(0, export(Selection.appeal(many)))).contains("rows 20000");
        System.out.printf(
                "ledger verified: %.0f rows/s from the database; export and program of its own %.0f rows/s%n",
                report.rows() * 1e9 / (stored - started), 20_000 * 1e9 / (System.nanoTime() - stored));
        assertThat(TimeUnit.NANOSECONDS.toSeconds(stored - started)).isLessThan(20);
    }

    private static long count(String sql) {
        return database.jdbc.sql(sql).query(Long.class).single();
    }

    private static Path export(Selection what) throws IOException {
        var file = folder.resolve("export.csv");
        try (Writer to = Files.newBufferedWriter(file)) {
            new LedgerExport(database.rows).csv(what, to);
        }
        return file;
    }

    /** Its class files alone in an otherwise empty folder. */
    private static String run(int status, Path... files) throws Exception {
        var alone = Files.createDirectories(folder.resolve("alone/org/minqing/sla/ledger"));
        try (var classes =
                Files.newDirectoryStream(Path.of("target/classes/org/minqing/sla/ledger"), "VerifyLedger*.class")) {
            for (var one : classes) {
                Files.write(alone.resolve(one.getFileName()), Files.readAllBytes(one));
            }
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It is over before the second compiler would have been of use.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                folder.resolve("alone").toString(),
                "org.minqing.sla.ledger.VerifyLedger"));
        for (var file : files) {
            command.add(file.toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }
}
