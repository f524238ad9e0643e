/** Worklist (待办清单): the tasks of a person, as lists and programs see them. */
package org.minqing.desk.worklist;
