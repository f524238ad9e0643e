package org.minqing.sla.ledger;

import java.util.ArrayList;
import java.util.List;

/** Which rows of the ledger; whole appeals always, so that their chains can be checked. */
public final class Selection {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private Selection() {}

    /** The whole ledger, with its seals. */
    public static Selection all() {
        return new Selection();
    }

    /** One appeal. */
    public static Selection appeal(String number) {
        return all().where("l.appeal = ?", number);
    }

    /** The appeals of one locality. */
    public static Selection locality(String code) {
        return all().where("l.appeal in (select number from appeal where locality = ?)", code);
    }

    /** The appeals that have one of these clocks. */
    public static Selection of(LedgerFilter filter) {
        var selection = all();
        selection.conditions.add("l.appeal in (select x.appeal" + filter.clocks() + ")");
        selection.values.addAll(filter.values());
        return selection;
    }

    private Selection where(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
        return this;
    }

    boolean whole() {
        return conditions.isEmpty();
    }

    String condition() {
        return whole() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> values() {
        return values;
    }
}
