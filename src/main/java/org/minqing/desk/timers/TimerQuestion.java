package org.minqing.desk.timers;

import java.util.Map;
import org.minqing.page.SearchPage;

/**
 * What somebody asks about timers.
 *
 * @param page  from 1
 * @param typed what he wrote, by field, without empty fields and without the page
 */
record TimerQuestion(TimerFilter filter, int page, Map<String, String> typed) implements SearchPage.Question {}
