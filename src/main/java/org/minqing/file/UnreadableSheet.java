package org.minqing.file;

/** Why a workbook is not read, in words for whoever sent it. */
final class UnreadableSheet extends RuntimeException {

    private final String english;

    UnreadableSheet(String zh, String en) {
        super(zh);
        this.english = en;
    }

    static UnreadableSheet tooLarge() {
        return new UnreadableSheet("表格展开后太大", "is too large once unpacked");
    }

    String zh() {
        return getMessage();
    }

    String en() {
        return english;
    }
}
