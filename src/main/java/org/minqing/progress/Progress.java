package org.minqing.progress;

import java.util.List;

/**
 * How far an appeal has come.
 *
 * @param phases the locality's own words for the phases, in order
 * @param end    how it ended before its last phase, such as 已撤回; null if it did not
 */
public record Progress(List<Phase> phases, String end) {

    /**
     * @param reached what the phase is called after has happened
     * @param current the latest of them, if it did not end otherwise
     */
    public record Phase(String name, boolean reached, boolean current) {}
}
