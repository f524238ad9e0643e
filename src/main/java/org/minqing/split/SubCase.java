package org.minqing.split;

import java.time.Instant;
import org.minqing.appeal.Appeal;

/**
 * A sub-case as the tree shows it.
 *
 * @param unitName who handles it now, in Chinese
 * @param resolveBy null once it does not run any more
 * @param late     it runs, and should have had a result by now
 * @param result   as its handler wrote it; null before there is one
 * @param ground   why it was taken out; null if it was not
 */
public record SubCase(Appeal appeal, String unitName, Instant resolveBy, boolean late, String result, String ground) {

    /** Where it stands, in Chinese. */
    public String stateName() {
        return removed() ? "已撤出" : appeal.status().label();
    }

    public boolean open() {
        return !appeal.status().ended();
    }

    public boolean removed() {
        return ground != null;
    }
}
