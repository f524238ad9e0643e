package org.minqing.appeal;

/**
 * How an appeal is judged (研判): what it is taken for, what is known, and what the tables answered to that.
 *
 * @param unit        where it happened
 * @param respondUnit the unit that makes the first response
 * @param decision    what the tables answered last; of a question to them, what they answered before
 * @param limits      null where they are not told: the clocks keep them
 */
public record Judgement(
        String type, String category, String unit, String respondUnit, Facts facts, Decision decision, Limits limits) {

    /** As it stands; it must have been decided. */
    public static Judgement of(Appeal a) {
        return new Judgement(
                a.type(),
                a.category(),
                a.unit(),
                a.respondUnit(),
                a.facts(),
                a.decision().orElseThrow(),
                null);
    }

    /** The tables answered. */
    public Judgement answered(Decision decision, Limits limits) {
        return new Judgement(type, category, unit, respondUnit, facts, decision, limits);
    }

    /** Whether the tables were told the same. */
    public boolean asks(Judgement other) {
        return type.equals(other.type)
                && category.equals(other.category)
                && unit.equals(other.unit)
                && facts.equals(other.facts);
    }
}
