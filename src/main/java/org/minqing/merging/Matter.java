package org.minqing.merging;

import java.time.Instant;
import java.util.Set;

/**
 * What is compared with what others told of, whether it was handed in or is still being written.
 *
 * @param number  null before it is handed in
 * @param unit    the locality itself while nobody knows where it is
 * @param address null if none was given
 * @param category null if none was chosen yet
 * @param words   in which it is told
 * @param grams   of these
 */
public record Matter(
        String number,
        String locality,
        String unit,
        String address,
        String category,
        Instant at,
        String words,
        Set<String> grams) {}
