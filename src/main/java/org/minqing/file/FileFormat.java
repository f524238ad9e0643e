package org.minqing.file;

/** What files staff may take away. */
public enum FileFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String code;
    private final String type;

    FileFormat(String code, String type) {
        this.code = code;
        this.type = type;
    }

    /** As the end of a file name, and as programs ask for it. */
    public String code() {
        return code;
    }

    /** The media type. */
    public String type() {
        return type;
    }
}
