package org.minqing.people;

/** Whether somebody may sign in. */
public enum PersonState {
    OPEN("在用"),
    CLOSED("已停用");

    private final String label;

    PersonState(String label) {
        this.label = label;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}
