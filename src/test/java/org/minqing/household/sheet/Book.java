package org.minqing.household.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A workbook of households as somebody fills it in. */
public final class Book {

    public static final List<String> HEADINGS =
            List.of("镇街", "网格", "地址", "姓名", "与户主关系", "出生日期", "联系电话", "重点群体", "责任网格员", "联系党员", "备注");

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public Book() {
        this(HEADINGS);
    }

    public Book(List<String> headings) {
        this.headings = headings;
    }

    /** @return the number of the row */
    public int row(String... cells) {
        rows.add(List.of(cells));
        return rows.size() + 1;
    }

    /** A row without a fault: the first cells after the locality. */
    public int person(String unit, String address, String name, String relation, String born, String... rest) {
        var cells = new ArrayList<>(List.of("", unit, address, name, relation, born));
        cells.addAll(List.of(rest));
        return row(cells.toArray(String[]::new));
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("住户");
            line(sheet, 0, headings);
            for (int i = 0; i < rows.size(); i++) {
                line(sheet, i + 1, rows.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void line(org.dhatim.fastexcel.Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                sheet.inlineString(row, i, cells.get(i));
            }
        }
    }
}
