package org.minqing.notice;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The open tasks of appeals, wherever they are kept. */
public interface OpenTasks {

    /**
     * @param step   as officials call it
     * @param taken  whether somebody has it
     * @param people user ids of whoever has it, or could take it
     */
    record OpenTask(String id, String step, boolean taken, Set<String> people) {}

    /** Empty if it is done. */
    Optional<OpenTask> task(String id);

    /** Those of the appeal itself and of what goes on about it. */
    List<OpenTask> of(String number);
}
