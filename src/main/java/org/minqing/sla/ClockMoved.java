package org.minqing.sla;

/** A deadline of this appeal is another one now; published in the transaction that moved it, so that its timers move too. */
public record ClockMoved(String appeal) {}
