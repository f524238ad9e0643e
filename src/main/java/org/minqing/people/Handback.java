package org.minqing.people;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What follows when somebody loses posts: open tasks of his that go back to those to whom they were offered, and posts that
 * nobody holds any more.
 *
 * @param tasks  those that he could not take again
 * @param vacant groups
 */
public record Handback(List<HeldTask> tasks, List<String> vacant) {

    /**
     * @param person of whose account it is
     * @param left   the groups that he keeps or gets
     * @param all    every account
     * @param held   what he has taken
     */
    static Handback of(Account person, List<String> left, List<Account> all, List<HeldTask> held) {
        var lost = new ArrayList<>(person.groups());
        lost.removeAll(left);
        all.stream()
                .filter(other -> !other.userId().equals(person.userId()))
                .forEach(other -> lost.removeAll(other.groups()));
        return new Handback(
                held.stream().filter(task -> !task.reachableBy(left)).toList(), List.copyOf(lost));
    }

    public boolean nothing() {
        return tasks.isEmpty() && vacant.isEmpty();
    }

    /** Changes when it would be something else than what was shown. */
    public String digest() {
        var facts = Stream.concat(tasks.stream().map(HeldTask::id), vacant.stream())
                .sorted()
                .toList();
        return DigestUtils.sha256Hex(String.join(" ", facts).getBytes(StandardCharsets.UTF_8));
    }
}
