/** Task (任务): the one way in which a task is shown, taken and completed. */
package org.minqing.process.task;
