package org.minqing.browser;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.minqing.browser.figures.RoleFigures;

/** Somebody's hand: every tap it makes is counted, every field that it fills in or chooses from, and every sign that it types. */
public final class Hand {

    /** What an unpractised person types, and what a tap or a choice takes him besides. */
    private static final double SIGNS_A_SECOND = 2;

    private static final double SECONDS_A_TAP = 2;

    private int taps;
    private int fields;
    private int signs;

    public void tap(Locator place) {
        place.click();
        taps++;
    }

    /** An answer that is chosen costs a tap, and is a field that had to be thought about. */
    public void answer(Locator choice) {
        tap(choice);
        fields++;
    }

    /** A field is tapped and written into. */
    public void write(Locator field, String text) {
        answer(field);
        field.fill(text);
        typed(text.length());
    }

    /** One of a list. */
    public void choose(Locator list, String value) {
        answer(list);
        list.selectOption(value);
        // The list opens, and one of it is tapped.
        taps++;
    }

    /** What the test typed by other means. */
    public void typed(int more) {
        signs += more;
    }

    public int taps() {
        return taps;
    }

    public int fields() {
        return fields;
    }

    public double seconds() {
        return signs / SIGNS_A_SECOND + taps * SECONDS_A_TAP;
    }

    /**
     * Writes down what it was.
     *
     * @param role who did what, such as {@code clerk registers}
     * @param most so many seconds it may take; 0 if nobody asks
     */
    public void told(String role, int most) {
        RoleFigures.told(role, fields, taps, seconds(), most);
        System.out.printf("%s: %d fields, %d taps, %d signs, %.0f s%n", role, fields, taps, signs, seconds());
        if (most > 0) {
            Assertions.assertThat(seconds()).as(role).isLessThanOrEqualTo(most);
        }
    }
}
