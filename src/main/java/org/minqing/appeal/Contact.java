package org.minqing.appeal;

/**
 * How the first response was made. What is named are kinds, not people: it goes into the ledger.
 *
 * @param how    {@code onSite}, {@code phone} or {@code visit}
 * @param whom   {@code resident}, {@code family} or {@code onSite}, somebody else who was there
 */
public record Contact(String how, String whom) {

    /** Whether somebody stood where it happened, or at the resident's door. */
    public boolean arrived() {
        return !"phone".equals(how);
    }
}
