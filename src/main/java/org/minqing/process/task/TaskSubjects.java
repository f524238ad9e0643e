package org.minqing.process.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.sla.due.RunningLimits;

/**
 * One kind of thing that tasks are about: a bean for each. The worklist, the cards, the forms and the gate know what they
 * know of it from here, and none of them knows which kinds there are.
 */
public interface TaskSubjects {

    /** Keys of the processes about such things; the business key of each instance is the number of one. */
    Set<String> processes();

    /**
     * Those of these numbers that there are and of which this person may know, by number. Nobody gets to see, take or
     * complete a task about something that is left out here.
     *
     * @param person user id
     */
    Map<String, TaskSubject> knownTo(String person, Collection<String> numbers);

    /**
     * Waits until nobody else acts on the thing of that number, or on what the answers name, and keeps others waiting until the
     * transaction ends.
     *
     * @param answers as they were sent, unchecked
     */
    default void hold(String number, Map<String, Object> answers) {}

    /** The limits that run about these numbers, so that a task says which of them it is that is near; without those that have none. */
    default Map<String, List<RunningLimits.Running>> running(Collection<String> numbers) {
        return Map.of();
    }

    /** What whoever has a task about one of these numbers should see at once, in a few Chinese words; without those of which there is nothing. */
    default Map<String, String> news(Collection<String> numbers) {
        return Map.of();
    }

    /**
     * Answers to {@code action} that forms do not offer to a person of these groups, by number; whoever sends one all the same is
     * refused by the act.
     */
    default Map<String, Set<String>> withheld(Collection<String> numbers, Collection<String> groups) {
        return Map.of();
    }

    /** Under which name forms show {@link #card}. */
    String cardName();

    /** What every form shows above its fields, by name; made when somebody looks and stored nowhere. */
    Map<String, Object> card(TaskSubject subject);
}
