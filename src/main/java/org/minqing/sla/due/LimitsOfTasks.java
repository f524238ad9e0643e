package org.minqing.sla.due;

/**
 * Tasks about appeals with a limit of their own that is no clock: a bean for each kind, in the capability that keeps the
 * limit. What is late there is late in every count, too.
 */
public interface LimitsOfTasks {

    /** What is due, in Chinese: {@code 核实}. */
    String label();

    /** A query, without parameters, of {@code appeal} and {@code due_at} for all that run now; an index knows them. */
    String running();
}
