package org.minqing.process.forms;

/** What is wrong with one answer, worded to follow the name of its field. Caught where all of them are gathered. */
class BadAnswer extends RuntimeException {

    private final String english;

    BadAnswer(String zh, String en) {
        super(zh, null, false, false);
        this.english = en;
    }

    String zh() {
        return getMessage();
    }

    String en() {
        return english;
    }
}
