package org.minqing.desk.timers;

import java.util.List;

/**
 * What a search for timers found.
 *
 * @param asOf  by which a timer is late or not
 * @param total on all pages together
 * @param page  from 1
 * @param pages at least 1
 */
record TimerPage(String asOf, long total, int page, long pages, List<TimerLine> rows) {}
