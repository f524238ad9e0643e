package org.minqing.proof.day;

import java.util.Set;
import java.util.function.Supplier;
import org.minqing.support.Api;

/**
 * What somebody is about to do.
 *
 * @param kind  under which it is counted
 * @param who   user id, or in words
 * @param about number of the appeal; empty for none
 * @param right statuses with which it may be answered, for what is known beforehand
 * @param after states of the appeal, as its resident reads them, of which one holds once it was answered with 200; empty if
 *              any does
 */
record Act(String kind, String who, String about, Set<Integer> right, Set<String> after, Supplier<Api.Answer> send) {

    private static final Set<Integer> DONE = Set.of(200);

    static Act sure(String kind, String who, String about, Supplier<Api.Answer> send) {
        return new Act(kind, who, about, DONE, Set.of(), send);
    }

    Act answered(Integer... statuses) {
        return new Act(kind, who, about, Set.of(statuses), after, send);
    }

    Act leading(String... states) {
        return new Act(kind, who, about, right, Set.of(states), send);
    }

    @Override
    public String toString() {
        return kind + " by " + who + (about.isEmpty() ? "" : " on " + about);
    }
}
