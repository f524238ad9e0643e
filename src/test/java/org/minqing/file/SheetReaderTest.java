package org.minqing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.problem.InvalidInput;

/** Workbooks as spreadsheets write them are read, and whatever else calls itself one is refused at no cost. */
class SheetReaderTest {

    private static final String BOOK =
            "<workbook xmlns:r=\"x\"><sheets><sheet name=\"a\" r:id=\"rId7\"/></sheets></workbook>";
    private static final String LINKS =
            "<Relationships><Relationship Id=\"rId7\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

    @Test
    void whatOurOwnFilesHoldIsReadBack() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("一");
            sheet.value(0, 0, "姓名");
            sheet.inlineString(0, 2, "  两  个\n词 ");
            sheet.value(2, 1, 1001);
            sheet.value(3, 0, "");
            book.newWorksheet("二").value(0, 0, "不读");
        }
        assertThat(read(bytes.toByteArray()))
                .containsExactly(
                        new SheetReader.Row(1, List.of("姓名", "", "两 个 词")),
                        new SheetReader.Row(3, List.of("", "1001")));
    }

    @Test
    void textInSeveralHandsIsOneAndHowItIsSpokenIsNone() throws IOException {
        var texts = "<sst><si><r><t>赵</t></r><r><t>网格</t></r><rPh><t>zhao</t></rPh></si><si><t>二</t></si></sst>";
        var rows = read(book(
                "<row r=\"5\"><c r=\"B5\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"str\"><v>字</v></c></row>",
                texts));
        assertThat(rows).containsExactly(new SheetReader.Row(5, List.of("", "赵网格", "二", "字")));
    }

    @Test
    @Timeout(5)
    void aCellFarOutCostsNothing() throws IOException {
        for (var address : new String[] {"ZZZZZZ1", "XFD1048576", "AAAAAAAAAAAAAAAAAAAAAA1"}) {
            var rows = read(book(
                    "<row r=\"2000000000\"><c r=\"A1\"><v>1e5</v></c><c r=\"" + address + "\"><v>2</v></c></row>",
                    null));
            assertThat(rows).containsExactly(new SheetReader.Row(2000000000, List.of("100000")));
        }
    }

    @Test
    void aFormulaIsNamedAndNotComputed() {
        refused(book("<row r=\"2\"><c r=\"C2\"><f>1+1</f><v>2</v></c></row>", null), "单元格 C2 是公式");
    }

    @Test
    @Timeout(20)
    void aBombIsRefused() {
        refused(book("<row>" + " ".repeat(20 << 20) + "</row>", null), "展开后太大");
    }

    /** What a reader would hold in one piece, however few bytes it was packed to. */
    @Test
    void whatNeverEndsIsRefusedBeforeItIsHeld() {
        refused(book("<row a=\"" + "x".repeat(2 << 20) + "\"/>", null), "展开后太大");
        refused(book("<row><c t=\"str\"><v>" + "x".repeat(2 << 20) + "</v></c></row>", null), "展开后太大");
        refused(book("<row><!-- " + "<x ".repeat(1 << 20) + "--></row>", null), "不是能读的 Excel 表格");
        refused(book("<row><c t=\"str\"><v>a<?x ?>b</v></c></row>", null), "不是能读的 Excel 表格");
        refused(book("<row><c t=\"str\"><v><![CDATA[a]]></v></c></row>", null), "不是能读的 Excel 表格");
        refused(book("<row>\0</row>", null), "不是能读的 Excel 表格");
        refused(book("<row/>", "<sst>" + "<si/>".repeat(50_001) + "</sst>"), "展开后太大");
    }

    @Test
    void aCellThatHoldsANovelIsRefused() {
        refused(book("<row><c r=\"B1\" t=\"str\"><v>" + "字".repeat(501) + "</v></c></row>", null), "单元格 B1 超过 500 个字");
    }

    @Test
    void tooManyRowsAreRefused() {
        refused(book("<row><c><v>1</v></c></row>".repeat(11), null), "超过 10 行");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                "<!DOCTYPE x SYSTEM \"file:///etc/passwd\" [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
            })
    void noEntityIsOpenedOut(String type) {
        refused(book(type, "<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>", null), "不是能读的 Excel 表格");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "姓名,用户名", "<html></html>"})
    void whatIsNoWorkbookIsRefused(String text) {
        refused(text.getBytes(StandardCharsets.UTF_8), "不是能读的 Excel 表格");
    }

    @Test
    void whatIsBrokenInsideIsRefused() {
        for (var rows : List.of(
                "<row><c t=\"s\"><v>7</v></c></row>",
                "<row><c t=\"s\"><v>x</v></c></row>",
                "<row r=\"x\"/>",
                "<row><c><v>1</v></c>",
                "<row><c><v>drei</v></c></row>")) {
            refused(book(rows, null), "不是能读的 Excel 表格");
        }
        refused(zip("xl/workbook.xml", BOOK), "不是能读的 Excel 表格");
    }

    private static void refused(byte[] file, String said) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems().get(0).zh()).contains(said));
    }

    private static List<SheetReader.Row> read(byte[] file) {
        return SheetReader.read(file, "file", 10);
    }

    private static byte[] book(String rows, String texts) {
        return book("", rows, texts);
    }

    private static byte[] book(String type, String rows, String texts) {
        var sheet = type + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
        return texts == null
                ? zip("xl/workbook.xml", BOOK, "xl/_rels/workbook.xml.rels", LINKS, "xl/worksheets/sheet1.xml", sheet)
                : zip(
                        "xl/workbook.xml",
                        BOOK,
                        "xl/_rels/workbook.xml.rels",
                        LINKS,
                        "xl/sharedStrings.xml",
                        texts,
                        "xl/worksheets/sheet1.xml",
                        sheet);
    }

    private static byte[] zip(String... parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
