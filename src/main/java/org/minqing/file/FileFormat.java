package org.minqing.file;

import org.minqing.code.Coded;

/** What files staff may take away. */
public enum FileFormat implements Coded {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String code;
    private final String type;

    FileFormat(String code, String type) {
        this.code = code;
        this.type = type;
    }

    /** As the end of a file name, and as programs ask for it. */
    @Override
    public String code() {
        return code;
    }

    /** The media type. */
    public String type() {
        return type;
    }
}
