package org.minqing.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One table of a workbook, continued on another sheet where a sheet is full. Every cell is text: a spreadsheet computes
 * cells that are typed as formulas and no others, whatever a text begins with, so nothing has to be put in front of it and
 * what is read back is what was written. Texts stand in their cells and not in a table of their own, which would have to be
 * kept until the end.
 */
public final class TextSheets {

    private static final int MOST_ROWS = 1_000_000;
    private static final int LONGEST_CELL = 32_767;
    private static final int FLUSHED_AFTER = 500;

    private final Workbook book;
    private final String name;
    private final double[] widths;
    private Worksheet sheet;
    private int sheets;
    private int row;

    /** @param widths of the columns, in characters */
    public TextSheets(Workbook book, String name, double... widths) {
        this.book = book;
        this.name = name;
        this.widths = widths;
        open();
    }

    public void line(Object... cells) {
        try {
            if (row == MOST_ROWS) {
                finish();
                open();
            }
            for (int i = 0; i < cells.length; i++) {
                var text = String.valueOf(cells[i]);
                sheet.inlineString(row, i, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            }
            if (++row % FLUSHED_AFTER == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before another table is begun: sheets are written one after the other. */
    public void finish() throws IOException {
        sheet.finish();
    }

    private void open() {
        sheet = book.newWorksheet(++sheets == 1 ? name : name + " " + sheets);
        row = 0;
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
    }
}
