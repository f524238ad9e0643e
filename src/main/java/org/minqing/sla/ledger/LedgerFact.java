package org.minqing.sla.ledger;

import java.time.Instant;

/**
 * One fact about one clock. It names staff by user id and everything else by codes: no words of anybody, so that nothing
 * personal can slip into rows that stay for ever.
 *
 * @param step   counts facts that may come more than once, such as the rungs of an escalation; 0 for those that come once
 * @param at     when, by the clock of the database
 * @param dueAt  the deadline as it stands after this fact
 * @param unit   code of the unit whose clock it is
 * @param actor  user id; empty for the resident and for the system
 * @param detail {@code key=value} pairs, separated by semicolons
 */
public record LedgerFact(
        String appeal,
        String clock,
        int round,
        LedgerKind kind,
        int step,
        Instant at,
        Instant dueAt,
        String unit,
        String actor,
        String detail) {}
