package org.minqing.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.minqing.problem.InvalidInput;

/**
 * Reads the first sheet of a workbook (XLSX) that somebody sent, as text. Nothing in it is computed or fetched, and nothing is
 * taken for granted: what a file says of its own size, rows and columns costs nothing before it is checked. The library that
 * writes workbooks has a reader too; that one sets aside as many cells as an address in the file names.
 */
public final class SheetReader {

    /** Unpacked, all parts together: ten times what a list of staff needs. */
    private static final int MOST_BYTES = 16 << 20;

    private SheetReader() {}

    /** @param number of the row in the sheet, from 1; {@code cells} from column A on, each stripped and in one line */
    public record Row(int number, List<String> cells) {}

    /**
     * The rows in which something is written.
     *
     * @param field what a problem is reported for
     * @param most  so many rows and no more
     * @throws InvalidInput if it is no workbook, too large, or a cell holds a formula
     */
    public static List<Row> read(byte[] file, String field, int most) {
        var rows = new ArrayList<Row>();
        each(file, field, most, MOST_BYTES, rows::add);
        return rows;
    }

    /**
     * The same of long ones, of which nobody holds all rows at once.
     *
     * @param bytes unpacked, and no more
     * @param each  hears of one row after the other; what it throws ends the reading
     */
    public static void each(byte[] file, String field, int most, int bytes, Consumer<Row> each) {
        try {
            new SheetParts(ZipParts.of(file, bytes)).firstSheet(most, each);
        } catch (InvalidInput e) {
            throw e;
        } catch (UnreadableSheet e) {
            throw new InvalidInput(field, e.zh(), e.en());
        } catch (XMLStreamException | RuntimeException e) {
            throw new InvalidInput(
                    field, "不是能读的 Excel 表格（.xlsx），请另存为“Excel 工作簿”再上传", "is no workbook that can be read");
        }
    }
}
