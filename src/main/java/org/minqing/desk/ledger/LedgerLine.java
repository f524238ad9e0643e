package org.minqing.desk.ledger;

/**
 * One clock as an auditor sees it in a list. Codes are those of the export.
 *
 * @param outcome     MET, BREACHED, RUNNING or CANCELLED
 * @param doneAt      null if it was not done
 * @param lateSeconds begun seconds after the deadline, still growing while it runs; null unless it is a breach
 * @param late        the same in words
 * @param alarm       whether a timer of the appeal was touched
 */
record LedgerLine(
        String appeal,
        String clock,
        String clockName,
        int round,
        String unit,
        String unitName,
        String openedAt,
        String dueAt,
        String outcome,
        String outcomeName,
        String doneAt,
        Long lateSeconds,
        String late,
        boolean alarm) {}
