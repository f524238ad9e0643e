/** Timers on the desk (定时器): every timer of the engine beside what was asked for. */
package org.minqing.desk.timers;
