package org.minqing.desk.tasks;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.minqing.code.Coded;
import org.minqing.problem.InvalidInput;

/** The lists that a person's tasks are looked at in. */
enum TaskFilter implements Coded {
    ALL(line -> true),
    /** A first response is waited for. */
    RESPOND(line -> Set.of("respondAppeal", "removeDanger").contains(line.task().form())),
    SOON(line -> line.time().state() == TimeLeft.State.SOON),
    LATE(line -> line.time().state() == TimeLeft.State.LATE),
    /** This person has taken it. */
    MINE(line -> line.task().mine());

    private final Predicate<TaskLine> admits;

    TaskFilter(Predicate<TaskLine> admits) {
        this.admits = admits;
    }

    /** Its name in an address. */
    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
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
