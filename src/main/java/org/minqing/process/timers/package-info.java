/** Timers (时限守护): the timers of the engine, and the watch over them. */
package org.minqing.process.timers;
