package org.minqing.appeal;

import java.time.Instant;
import java.util.Set;

/**
 * A contact with the resident, or an attempt, as the member of staff tells it. What is named are kinds, not people: it
 * goes into the ledger.
 *
 * @param how  {@code onSite}, {@code phone}, {@code visit}, {@code counter}, where the resident came himself, or {@code online}:
 *             written on the resident's own page
 * @param whom {@code resident}, {@code affected}, the person whom it concerns if another one told of it, or {@code family};
 *             {@code onSite}, somebody else who was there; {@code nobody} after an attempt in vain
 * @param at   when it took place, never after it was written down
 */
public record Contact(String how, String whom, Instant at) {

    private static final Set<String> CONCERNED = Set.of("resident", "affected", "family");

    /** Whether somebody stood where it happened, or at the resident's door. */
    public boolean arrived() {
        return "onSite".equals(how) || "visit".equals(how);
    }

    /** The resident reads it himself: nobody has to be believed. */
    public boolean written() {
        return "online".equals(how);
    }

    public boolean reached() {
        return !"nobody".equals(whom);
    }

    /** Whether it was with those whom it concerns, who can say if it took place: anybody else on site is no contact. */
    public boolean knownToResident() {
        return CONCERNED.contains(whom);
    }
}
