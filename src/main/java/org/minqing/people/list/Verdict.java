package org.minqing.people.list;

/** What a list does to somebody. */
public enum Verdict {
    NEW("新建"),
    CHANGED("变更"),
    UNCHANGED("不变"),
    WRONG("有误");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}
