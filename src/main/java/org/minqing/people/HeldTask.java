package org.minqing.people;

import java.util.List;

/**
 * An open task that somebody has taken. Nothing of the appeal that it is about: administrators read no appeals.
 *
 * @param holder user id
 * @param step   the name of the task
 * @param groups to whose members it was offered
 */
public record HeldTask(String id, String holder, String step, List<String> groups) {

    public HeldTask {
        groups = List.copyOf(groups);
    }

    boolean reachableBy(List<String> others) {
        return groups.stream().anyMatch(others::contains);
    }
}
