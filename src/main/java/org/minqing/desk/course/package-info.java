/** Course (办理过程): which way an appeal went through its process, how long each step took, and what was decided by which rule. */
package org.minqing.desk.course;
