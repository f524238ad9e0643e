package org.minqing.sla.ledger;

import java.util.List;

/**
 * Which rows of the ledger; whole appeals always, so that their chains can be checked.
 *
 * @param condition from the word {@code where} on; empty for all rows
 * @param values    what its question marks stand for
 */
public record Selection(String condition, List<Object> values) {

    /** The whole ledger, with its seals. */
    public static Selection all() {
        return new Selection("", List.of());
    }

    /** One appeal. */
    public static Selection appeal(String number) {
        return new Selection(" where l.appeal = ?", List.of(number));
    }

    /** The appeals of one locality. */
    public static Selection locality(String code) {
        return new Selection(" where l.appeal in (select number from appeal where locality = ?)", List.of(code));
    }

    /** The appeals that have one of these clocks. */
    public static Selection of(LedgerFilter filter) {
        return new Selection(" where l.appeal in (select x.appeal" + filter.clocks() + ")", filter.values());
    }

    boolean whole() {
        return condition.isEmpty();
    }
}
