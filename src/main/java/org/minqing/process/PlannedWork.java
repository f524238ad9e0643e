package org.minqing.process;

import java.util.Set;

/** Ids of {@code planned-work.bpmn} that Java needs. */
public final class PlannedWork {

    public static final String PROCESS = "plannedWork";

    /** Whoever carries the plan out: feedback on the way, another date, the end. */
    public static final String FOLLOW = "userTask_followPlan";

    /** Another date, or an end without the works: another person decides. */
    public static final String DECIDE = "userTask_decidePlan";

    /** Something is late, or it is time to look. */
    public static final String SUPERVISE = "userTask_supervisePlan";

    /** What goes by the limit of the plan. */
    public static final Set<String> TASKS = Set.of(FOLLOW, DECIDE, SUPERVISE);

    /** The two timers that watch it: the first that falls due, and each after it. */
    public static final String FIRST_DUE = "startEvent_planDue";

    public static final String NEXT_DUE = "event_nextPlanDue";

    /** The handling waits for it. */
    public static final String CALLED = "callActivity_plannedWork";

    private PlannedWork() {}
}
