/** Tasks in the field (手机待办): the same work as in Tasklist, on the telephone of whoever is on his way. */
package org.minqing.desk.tasks;
