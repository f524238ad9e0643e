package org.minqing.file;

import java.util.List;

/**
 * A table as a file.
 *
 * @param name   in the name of the file, such as {@code backlog}
 * @param title  of the sheet
 * @param head   lines above the table: a label and what it is of
 * @param widths of the columns, in characters
 */
public record Sheet(
        String name,
        String title,
        List<List<String>> head,
        List<String> columns,
        double[] widths,
        List<List<String>> lines) {}
