package org.minqing.household.sheet;

import java.time.Instant;
import java.util.UUID;

/**
 * A sheet that was sent.
 *
 * @param households that can be brought in, as far as the sheet itself tells
 * @param at         with how many of them this round is through
 * @param fresh      not here yet; with those that changed and those that did not, of this round
 * @param wrong      left out whole, because something of them is wrong
 * @param by         user id
 * @param ended      null until it is
 */
public record SheetImport(
        UUID id,
        String locality,
        ImportState state,
        int rows,
        int households,
        int at,
        int fresh,
        int changed,
        int same,
        int wrong,
        String by,
        Instant brought,
        Instant ended) {

    /** Of this round. */
    public int percent() {
        return households == 0 ? 100 : (int) (100L * at / households);
    }

    /** Whether the program is at it. */
    public boolean moving() {
        return state == ImportState.CHECKING || state == ImportState.RUNNING;
    }

    /** Whether its households are still kept, encrypted. */
    public boolean open() {
        return moving() || state == ImportState.CHECKED || state == ImportState.STOPPED;
    }

    /** Whether bringing it in would change anything. */
    public boolean ready() {
        return state == ImportState.CHECKED && fresh + changed > 0;
    }
}
