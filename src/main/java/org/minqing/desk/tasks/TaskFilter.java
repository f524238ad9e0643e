package org.minqing.desk.tasks;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.minqing.code.Coded;
import org.minqing.problem.InvalidInput;
import org.minqing.sla.due.DueState;

/** The lists that a person's tasks are looked at in. */
enum TaskFilter implements Coded {
    ALL(line -> true),
    /** A first response is waited for. */
    RESPOND(line -> Set.of("respondAppeal", "removeDanger").contains(line.task().form())),
    SOON(DueState.SOON),
    LATE(DueState.LATE),
    /** This person has taken it. */
    MINE(line -> line.task().mine());

    private final Predicate<TaskLine> admits;
    private final DueState state;

    TaskFilter(Predicate<TaskLine> admits) {
        this.admits = admits;
        state = null;
    }

    TaskFilter(DueState state) {
        admits = line -> line.time().state() == state;
        this.state = state;
    }

    /** Its name in an address. */
    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What all in the list have in common; null if it is nothing of that kind. */
    public DueState state() {
        return state;
    }

    boolean admits(TaskLine line) {
        return admits.test(line);
    }

    /**
     * @param code null for all
     * @throws InvalidInput if there is no such list
     */
    static TaskFilter of(String code) {
        if (code == null) {
            return ALL;
        }
        return Coded.find(TaskFilter.class, code).orElseThrow(() -> new InvalidInput("list", "没有这个列表", "is no list"));
    }
}
