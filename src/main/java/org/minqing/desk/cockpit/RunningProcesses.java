package org.minqing.desk.cockpit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits, wherever processes run. It reads only. */
public interface RunningProcesses {

    /**
     * Every step at which something waits, by id.
     *
     * @param definition of the process; null for all
     * @param locality   null for all
     */
    List<StepCount> steps(String definition, String locality, Instant now);

    /** The number of the appeal that a process is about; empty if there is no such process. */
    Optional<String> appealOf(String processInstance);
}
