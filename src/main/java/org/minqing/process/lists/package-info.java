/** Lists (任务清单): the ready lists of Tasklist. */
package org.minqing.process.lists;
