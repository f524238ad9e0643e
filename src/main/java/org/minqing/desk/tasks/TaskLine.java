package org.minqing.desk.tasks;

import org.minqing.desk.worklist.WorkItem;

/**
 * A task in a list, with its time.
 *
 * @param accept time that is left to take it; null if that does not matter or was done
 */
record TaskLine(WorkItem task, TimeLeft time, TimeLeft accept) {}
