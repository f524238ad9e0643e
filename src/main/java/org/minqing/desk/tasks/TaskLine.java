package org.minqing.desk.tasks;

import org.minqing.desk.WorkItem;

/** A task in a list, with its time. */
record TaskLine(WorkItem task, TimeLeft time) {}
