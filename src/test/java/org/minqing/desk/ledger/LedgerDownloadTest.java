package org.minqing.desk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.sla.ledger.Sealing;
import org.minqing.sla.ledger.VerifyLedger;
import org.minqing.support.AuditTalk;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What an auditor takes home over HTTP. */
@MinqingTest
class LedgerDownloadTest extends AuditTalk {

    private static final String EXPORT = "/api/sla/ledger/export?format=";

    @TempDir
    Path folder;

    @Autowired
    Sealing sealing;

    @Test
    void theDownloadedCsvPassesTheVerifierOfItsOwn() throws Exception {
        var number = late();
        var answer = download(EXPORT + "csv&outcome=BREACHED&appeal=" + number);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"minqing-ledger-ganshui-20260408-1100.csv\"");
        var rows = stored.count("select count(*) from sla_ledger where appeal = ?", number);
        assertThat(verified(0, answer.body())).contains("rows " + rows + "，", "appeals 1，", "sound");
        var changed = new String(answer.body(), StandardCharsets.UTF_8).replaceFirst("budget=PT24H", "budget=PT48H");
        assertThat(verified(1, changed.getBytes(StandardCharsets.UTF_8))).contains("CONTENT", number);
    }

    @Test
    void theWholeLocalityIsExportedInWholeChains() throws Exception {
        submitted();
        var theirs = submitted("matou", "matou");
        var answer = download("/desk/ledger/export.csv?clock=RESPOND");
        assertThat(verified(0, answer.body())).contains("sound");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("RESOLVE")
                .doesNotContain(theirs, TITLE, WORDS, PHONE);
    }

    @Test
    void theAdministratorHandsOutTheWholeLedgerWithItsSeals() throws Exception {
        var number = late();
        sealing.seal();
        var answer = api.as("admin").get("/api/sla/ledger/whole");
        assertThat(answer.status()).isEqualTo(200);
        var csv = answer.raw().body();
        assertThat(verified(0, csv.getBytes(StandardCharsets.UTF_8)))
                .contains("sound")
                .doesNotContain("seals 0");
        assertThat(csv).contains(number).doesNotContain(TITLE, WORDS, PHONE);
    }

    @Test
    void theWorkbookCarriesTheSelectionTheSealAndTheDigestOfTheCsv() throws Exception {
        var number = late();
        var seal = sealing.seal().orElseThrow();
        var fields = "appeal=" + number + "&outcome=BREACHED";
        var csv = download(EXPORT + "csv&" + fields).body();
        var answer = download("/desk/ledger/export.xlsx?" + fields);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .endsWith("ganshui-20260408-1100.xlsx\"");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            var sheets = book.getSheets().toList();
            assertThat(sheets).extracting(s -> s.getName()).containsExactly("台账", "封存");
            var ledger = texts(sheets.get(0).read());
            assertThat(ledger.subList(0, 6))
                    .containsExactly(
                            List.of("选择范围", "赶水镇；结果：超时；诉求编号：" + number),
                            List.of("导出时间", "2026-04-08 11:00:00（北京时间）"),
                            List.of("导出人", "ganshui-auditor"),
                            List.of("最新封签", "第 " + seal.n() + " 号"),
                            List.of("封签摘要", seal.digest()),
                            List.of("同一范围 CSV 的 SHA-256", sha256(csv)));
            assertThat(ledger.get(7)).contains("诉求编号", "本行哈希", "期限说明");
            var rows = ledger.subList(8, ledger.size());
            assertThat(rows).hasSize((int) stored.count("select count(*) from sla_ledger where appeal = ?", number));
            assertThat(rows).allSatisfy(row -> assertThat(row).contains(number));
            assertThat(rows)
                    .filteredOn(row -> row.contains("响应") && row.contains("起算"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get(row.size() - 1))
                            .contains("应于 4月8日 10:00 前响应")
                            .contains("超时"));
            assertThat(texts(sheets.get(1).read()))
                    .anySatisfy(row -> assertThat(row).contains("封签", "" + seal.n(), seal.digest()));
        }
    }

    @Test
    void aFormulaInARowStaysTextInBothFiles() throws Exception {
        var number = submitted();
        var id = stored.count("select min(id) from sla_ledger where appeal = ?", number);
        tampered(id, () -> {
            try {
                var csv = new String(download(EXPORT + "csv&appeal=" + number).body(), StandardCharsets.UTF_8);
                assertThat(csv).contains(",'=cmd|").doesNotContain(",=cmd");
                try (var book = new ReadableWorkbook(new ByteArrayInputStream(
                        download(EXPORT + "xlsx&appeal=" + number).body()))) {
                    var cells = book.getFirstSheet().read().stream()
                            .flatMap(Row::stream)
                            .toList();
                    assertThat(cells)
                            .filteredOn(c -> c != null && c.getText().startsWith("=cmd"))
                            .isNotEmpty();
                    assertThat(cells)
                            .filteredOn(c -> c != null)
                            .extracting(Cell::getType)
                            .containsOnly(CellType.STRING);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
        var answer =
                HttpClient.newHttpClient().send(auditor(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    /** By Basic authentication where the path is one of programs, else with the session of a browser. */
    private java.net.http.HttpRequest.Builder auditor(String path) {
        if (path.startsWith("/api/")) {
            return auditor().request(path);
        }
        var session = org.minqing.support.Session.of(api, "ganshui-auditor");
        return session.request(path).header("Cookie", session.cookie());
    }

    private String verified(int status, byte[] csv) throws Exception {
        var file = Files.write(folder.resolve("export.csv"), csv);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "target/classes",
                        VerifyLedger.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    private static List<List<String>> texts(List<Row> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell == null ? "" : cell.getText())
                        .collect(Collectors.toList()))
                .toList();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
