/** Due dates (任务时限): the tasks of the engine keep step with the clocks that they are there to stop. */
package org.minqing.process.due;
