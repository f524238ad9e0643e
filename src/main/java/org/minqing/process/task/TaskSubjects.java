package org.minqing.process.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.minqing.desk.worklist.TaskSubject;

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

    /** By when somebody is to take tasks of these keys about these numbers; without those where that does not matter or was done. */
    default Map<String, Instant> acceptBy(Collection<String> numbers) {
        return Map.of();
    }

    /** Whether taking a task of that key is what {@link #acceptBy} waits for. */
    default boolean accepts(String taskKey) {
        return false;
    }

    /** Under which name forms show {@link #card}. */
    String cardName();

    /** What every form shows above its fields, by name; made when somebody looks and stored nowhere. */
    Map<String, Object> card(TaskSubject subject);
}
