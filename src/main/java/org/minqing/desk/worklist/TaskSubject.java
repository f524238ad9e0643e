package org.minqing.desk.worklist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What a task is about: an appeal, or whatever else people are asked to do something about.
 *
 * @param kind         what sort of thing it is, such as {@code appeal}
 * @param number       under which people know it; the business key of its process
 * @param categoryName what sort of matter, in Chinese; null if there are no sorts
 * @param place        where, in words, with the address if there is one
 * @param urgencyName  how urgent a decision table calls it; null if that does not matter
 * @param link         address of its own page; null without one
 * @param locality     code of the locality it belongs to
 * @param unit         code of the unit where it is: what a form offers depends on it
 * @param outcomes     codes of the results that it may have; empty if results are not told by a code
 */
public record TaskSubject(
        String kind,
        String number,
        String title,
        String categoryName,
        String place,
        String urgencyName,
        String link,
        @JsonIgnore String locality,
        @JsonIgnore String unit,
        @JsonIgnore List<String> outcomes) {

    /** The first kind, and the only one that residents file. */
    public static final String APPEAL = "appeal";
}
