package org.minqing.desk.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.appeal.AppealStatus;

/**
 * What is looked for.
 *
 * @param number  of one appeal; null for any
 * @param phones  one phone as it may be written, digits alone; empty for any
 * @param words   all of which must be said; empty for any
 * @param unit    with what is below it; null for any
 * @param from    first moment of the submission, null for no limit
 * @param until   first moment behind, null for no limit
 * @param state   null for any
 * @param purpose why he looks for a phone
 * @param columns what is shown of each
 * @param order   in which order
 * @param page    from 1
 * @param typed   what he wrote, by field, without empty fields and without the page
 */
record SearchQuestion(
        String number,
        List<String> phones,
        List<String> words,
        String unit,
        Instant from,
        Instant until,
        AppealStatus state,
        String purpose,
        List<SearchColumn> columns,
        SearchOrder order,
        int page,
        Map<String, String> typed) {

    /** Fields that say how to show what is found, and not what to look for. */
    private static final Set<String> SHOWN = Set.of("columns", "order");

    /** Somebody who asks for nothing is shown the form alone. */
    boolean asksForNothing() {
        return SHOWN.containsAll(typed.keySet());
    }

    boolean byPhone() {
        return !phones.isEmpty();
    }
}
