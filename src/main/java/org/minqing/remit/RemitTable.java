package org.minqing.remit;

/** Asks {@code remit-dispute.dmn}, the locality's own if it has one. */
public interface RemitTable {

    /**
     * @param returns how many units have returned it since somebody last responded, with this one
     * @param urgency as {@code urgency.dmn} calls it
     * @throws org.minqing.problem.Refusal if the row gives no valid limit: an official must mend the table
     */
    RemitRule rule(String locality, int returns, String urgency);
}
