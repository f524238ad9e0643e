/** Duties of tasks (任务职责): which user task is which duty, and that nobody comes to hold one that he may not do. */
package org.minqing.process.duties;
