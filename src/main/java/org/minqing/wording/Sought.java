package org.minqing.wording;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.minqing.appeal.AppealStatus;

/**
 * What is looked for; all of it together.
 *
 * @param number of one appeal; null for any
 * @param words  all of which must be said, as {@link Grams#plain} has them; empty for any
 * @param units  codes of the places; null for any
 * @param from   first moment of the submission, null for no limit
 * @param until  first moment behind, null for no limit
 * @param status null for any
 */
public record Sought(
        String number,
        List<String> words,
        Collection<String> units,
        Instant from,
        Instant until,
        AppealStatus status,
        SoughtOrder order) {}
