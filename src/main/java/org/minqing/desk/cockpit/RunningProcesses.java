package org.minqing.desk.cockpit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minqing.security.StaffMember;

/** What waits, wherever processes run. It reads only. */
public interface RunningProcesses {

    /**
     * Every step at which something waits, by id. What is about the reader is left out.
     *
     * @param definition of the process; null for all
     * @param reader     who sees it: of his locality, or of all if he has none
     */
    List<StepCount> steps(String definition, StaffMember reader, Instant now);

    /** The number of the appeal that a process is about; empty if there is no such process. */
    Optional<String> appealOf(String processInstance);
}
