package org.minqing.portal;

import java.util.List;
import org.minqing.progress.Progress;

/**
 * What a resident hears of a matter that others told of too. Who they are and what they wrote is not here.
 *
 * @param voices    how many stand behind it, he among them
 * @param withdrawn he took his own part back
 * @param rating    what he said of the result himself, in words; null if he has not
 * @param original  how the appeal stands as part of which his own is handled; null if it is his own
 */
record TrackedMatter(int voices, boolean withdrawn, String rating, Original original) {

    /**
     * @param result   the latest, as all are meant to read it; null before there is one
     * @param timeline its public steps since his own was merged
     */
    record Original(
            String statusName,
            List<Progress.Phase> phases,
            TrackedAppeal.Promises promises,
            String result,
            List<TrackedAppeal.Step> timeline) {}
}
