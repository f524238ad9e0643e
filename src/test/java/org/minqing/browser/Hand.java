package org.minqing.browser;

import com.microsoft.playwright.Locator;

/** Somebody's hand: every tap it makes is counted, and every field that it fills in or chooses from. */
public final class Hand {

    private int taps;
    private int fields;

    public void tap(Locator place) {
        place.click();
        taps++;
    }

    /** An answer that is chosen costs a tap, and is a field that had to be thought about. */
    public void answer(Locator choice) {
        tap(choice);
        fields++;
    }

    public int taps() {
        return taps;
    }

    public int fields() {
        return fields;
    }
}
