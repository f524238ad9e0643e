package org.minqing.sla.due;

/**
 * A limit is near, or it is over. Published in the transaction that writes it down.
 *
 * @param appeal number
 * @param over   whether it is over
 */
public record LimitReached(String appeal, boolean over) {}
