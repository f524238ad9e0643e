/** Working calendar (放假安排): which days and hours count towards a time limit, and the yearly files that say so. */
package org.minqing.sla.calendar;
