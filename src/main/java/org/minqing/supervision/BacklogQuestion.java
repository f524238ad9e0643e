package org.minqing.supervision;

import java.util.List;
import java.util.Map;
import org.minqing.code.Coded;

/**
 * Which open appeals somebody wants to see.
 *
 * @param units    codes; null for every unit, those that are gone from the organisation among them
 * @param youngest fewest days
 * @param oldest   most days
 * @param state    null for every one
 * @param page     counted from 1
 * @param filters  what was asked, without the page
 */
public record BacklogQuestion(
        List<String> units, int youngest, int oldest, State state, int page, Map<String, String> filters) {

    /** Where somebody is in danger, in any unit and however old. */
    static BacklogQuestion inDanger() {
        return new BacklogQuestion(null, Integer.MIN_VALUE, Integer.MAX_VALUE, State.DANGER, 1, Map.of());
    }

    /** What is peculiar about it: somebody is in danger, or how it stands to its deadlines. */
    enum State implements Coded {
        DANGER("danger"),
        OVERDUE("overdue"),
        DUE_SOON("dueSoon"),
        WAITING("waiting");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
