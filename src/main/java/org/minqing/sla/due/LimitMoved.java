package org.minqing.sla.due;

/** A limit of tasks ({@link LimitsOfTasks}) is another one now; published in the transaction of the act. */
public record LimitMoved(String appeal) {}
