package org.minqing.sla;

/** Something happened to the clocks of an appeal; published in the transaction of the act, once for each. */
public sealed interface ClockChange {

    String appeal();

    /** A deadline is another one now, so that its timers move too. */
    record Moved(String appeal) implements ClockChange {}

    /** A clock was opened or stopped, so that what the open tasks wait for follows. */
    record Run(String appeal) implements ClockChange {}
}
