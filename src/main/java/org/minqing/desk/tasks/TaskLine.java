package org.minqing.desk.tasks;

import org.minqing.desk.worklist.WorkItem;

/**
 * A task in a list, with its time.
 *
 * @param time what is left of the nearest limit that it can keep
 */
record TaskLine(WorkItem task, TimeLeft time) {}
