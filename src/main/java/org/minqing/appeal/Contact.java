package org.minqing.appeal;

import java.time.Instant;

/**
 * A contact with the resident, or an attempt, as the member of staff tells it. What is named are kinds, not people: it
 * goes into the ledger.
 *
 * @param how  {@code onSite}, {@code phone} or {@code visit}
 * @param whom {@code resident}, {@code family} or {@code onSite}, somebody else who was there; {@code nobody} after an
 *             attempt in vain
 * @param at   when it took place, never after it was written down
 */
public record Contact(String how, String whom, Instant at) {

    /** Whether somebody stood where it happened, or at the resident's door. */
    public boolean arrived() {
        return !"phone".equals(how);
    }

    public boolean reached() {
        return !"nobody".equals(whom);
    }

    /** Whether the resident, or his family, can say if it took place. */
    public boolean knownToResident() {
        return "resident".equals(whom) || "family".equals(whom);
    }
}
