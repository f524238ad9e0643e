package org.minqing.sla.ledger;

import java.util.Map;

/**
 * Which rows of the ledger; whole appeals always, so that their chains can be checked.
 *
 * @param condition from the word {@code where} on; empty for all rows
 * @param values    what its parameters stand for
 */
public record Selection(String condition, Map<String, Object> values) {

    /** The whole ledger, with its seals. */
    public static Selection all() {
        return new Selection("", Map.of());
    }

    /** One appeal. */
    public static Selection appeal(String number) {
        return new Selection(" where l.appeal = :appeal", Map.of("appeal", number));
    }

    /** The appeals of one locality. */
    public static Selection locality(String code) {
        return new Selection(
                " where l.appeal in (select number from appeal where locality = :locality)", Map.of("locality", code));
    }

    /** The appeals that have one of these clocks. */
    public static Selection of(LedgerFilter filter) {
        return new Selection(" where l.appeal in (select x.appeal" + filter.clocks() + ")", filter.values());
    }

    boolean whole() {
        return condition.isEmpty();
    }
}
