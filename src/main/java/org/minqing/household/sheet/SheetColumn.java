package org.minqing.household.sheet;

import java.util.stream.Stream;
import org.minqing.code.Coded;

/** What stands in the columns of a sheet of households; one row for each person. */
public enum SheetColumn implements Coded {
    /** Only of sheets that several localities share; each row is of this one. */
    LOCALITY("locality", false, 14),
    UNIT("unit", true, 24),
    ADDRESS("address", true, 34),
    NAME("fullName", true, 12),
    RELATION("relation", true, 12),
    BORN("born", true, 14),
    TELEPHONE("telephone", false, 18),
    /** Names or codes, with commas between them. */
    GROUPS("groups", false, 24),
    /** Name or user id. */
    WORKER("worker", false, 16),
    COVERING("covering", false, 16),
    /** Becomes a note on the household. */
    NOTE("line", false, 30);

    private final String code;
    private final boolean required;
    private final double width;

    SheetColumn(String code, boolean required, double width) {
        this.code = code;
        this.required = required;
        this.width = width;
    }

    /** As the field is called on the page of a household, and in household-sheets.yml. */
    @Override
    public String code() {
        return code;
    }

    /** Whether a sheet without that column is none. */
    public boolean required() {
        return required;
    }

    /** In characters. */
    public static double[] widths() {
        return Stream.of(values()).mapToDouble(column -> column.width).toArray();
    }
}
