package org.minqing.desk.home;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.desk.worklist.Worklist;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** What he has to do, the nearest limit first; whom he has to call can be called from here. */
@Component
class TasksHome implements HomePart {

    /** Pages of tasks that a telephone fetches ahead, to be read where there is no network. */
    private static final int KEPT_AHEAD = 30;

    private final Worklist worklist;
    private final CallList calls;

    TasksHome(Worklist worklist, CallList calls) {
        this.worklist = worklist;
        this.calls = calls;
    }

    @Override
    public Rank rank() {
        return Rank.TASKS;
    }

    @Override
    public String template() {
        return "home/tasks";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.locality() != null;
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        var tasks = worklist.of(person);
        return Map.of(
                "tasks",
                tasks,
                "heading",
                heading(person.roles()),
                "callPurpose",
                person.is(Role.CALL_BACK) && person.mayReadContacts() ? calls.purpose() : "",
                "callForm",
                calls.form(),
                "ahead",
                tasks.stream().limit(KEPT_AHEAD).map(WorkItem::id).collect(Collectors.joining(" ")));
    }

    /** As his day is called, if he does one thing only. */
    private static String heading(Set<Role> roles) {
        if (roles.equals(Set.of(Role.DISPATCHER))) {
            return "undecided";
        }
        return roles.equals(Set.of(Role.CALL_BACK)) ? "calls" : "tasks";
    }
}
