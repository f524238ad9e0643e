package org.minqing.process;

import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Every variable of the process. Ten routing facts are kept; nothing that identifies a resident is among them, because
 * variables outlive the case in the engine's history. What passes is gone when the transaction ends.
 */
public final class AppealVariables {

    public static final Variable<String> LOCALITY = Variable.kept("locality", String.class);
    public static final Variable<String> TYPE = Variable.kept("type", String.class);
    /** How it is taken because of its type, as {@code appeal-type.dmn} says. */
    public static final Variable<String> TRACK = Variable.kept("track", String.class);

    public static final Variable<String> CATEGORY = Variable.kept("category", String.class);
    public static final Variable<String> URGENCY = Variable.kept("urgency", String.class);
    public static final Variable<String> TIER = Variable.kept("tier", String.class);
    public static final Variable<String> UNIT = Variable.kept("unit", String.class);
    public static final Variable<String> CANDIDATE_GROUP = Variable.kept("candidateGroup", String.class);
    public static final Variable<Boolean> SATISFIED = Variable.kept("satisfied", Boolean.class);
    public static final Variable<Integer> ROUND = Variable.kept("round", Integer.class);

    /** Whose task it is of those that set out because somebody is in danger; each knows its own. */
    public static final Variable<String> DANGER_POST = Variable.kept("dangerPost", String.class);

    public static final Variable<String> TRACK_NAME = Variable.passing("trackName", String.class);
    public static final Variable<Boolean> RATED = Variable.passing("rated", Boolean.class);
    /** Who may answer a consultation or pass praise on; {@code responsible} is whoever answers for the category. */
    public static final Variable<String> ANSWER_POSTS = Variable.passing("answerPosts", String.class);
    /** Clocks that an appeal of its type does not have. */
    public static final Variable<String> SKIPPED_CLOCKS = Variable.passing("skippedClocks", String.class);

    public static final Variable<String> URGENCY_NAME = Variable.passing("urgencyName", String.class);
    public static final Variable<String> TIER_NAME = Variable.passing("tierName", String.class);
    public static final Variable<String> ROUTE = Variable.passing("route", String.class);
    /** Who leads on this rung of the ladder; empty where whoever answers for the category does. */
    public static final Variable<String> LEAD_POST = Variable.passing("leadPost", String.class);

    public static final Variable<String> POST = Variable.passing("post", String.class);
    public static final Variable<String> ASSIST_POSTS = Variable.passing("assistPosts", String.class);
    public static final Variable<String> DANGER_POSTS = Variable.passing("dangerPosts", String.class);
    public static final Variable<String> RESPOND_POSTS = Variable.passing("respondPosts", String.class);
    /** Which review by the level above is asked about. */
    public static final Variable<String> STAGE = Variable.passing("stage", String.class);
    /** What the person who completed the last task decided. */
    public static final Variable<String> ACTION = Variable.passing("action", String.class);
    /** What the escalation path is asked about: a clock that is overdue, or a dissatisfied resident. */
    public static final Variable<String> EVENT = Variable.passing("event", String.class);
    /** Which rung of the escalation; 0 where there is none. */
    public static final Variable<Integer> RUNG = Variable.passing("rung", Integer.class);
    /** How many units have returned it since somebody last responded. */
    public static final Variable<Integer> RETURNS = Variable.passing("returns", Integer.class);
    /** What the handler wants of the clock: extend, pause or resume; of a correction, what becomes longer. */
    public static final Variable<String> CHANGE = Variable.passing("change", String.class);
    /** How many changes of that kind were granted already. */
    public static final Variable<Integer> GRANTED = Variable.passing("granted", Integer.class);

    /** Why a contact is in doubt, how many were denied. */
    public static final Variable<String> DOUBT = Variable.passing("doubt", String.class);

    public static final Variable<Integer> DENIALS = Variable.passing("denials", Integer.class);

    /** Who asks for a correction: the post under which he supervises, or {@code other}. */
    public static final Variable<String> ASKER = Variable.passing("asker", String.class);

    /** What came of it, for the table that says what follows; a code. */
    public static final Variable<String> OUTCOME = Variable.passing("outcome", String.class);
    /** What has fallen due of a plan; a code, empty if nothing has. */
    public static final Variable<String> PLAN_DUE = Variable.passing("planDue", String.class);

    public static final Variable<String> ESCALATION_POST = Variable.passing("escalationPost", String.class);
    /** Who goes on with the next task of the same kind, after feedback on the way. */
    public static final Variable<String> CONTINUING_HANDLER = Variable.passing("continuingHandler", String.class);
    /** Number of the appeal that a duplicate is merged into. */
    public static final Variable<String> ORIGINAL = Variable.passing("original", String.class);

    private AppealVariables() {}

    /** What the model needs to know after a rating, however it was given. */
    public static void rated(VariableMap variables, boolean satisfied) {
        SATISFIED.put(variables, satisfied);
        EVENT.put(variables, "dissatisfied");
        RUNG.put(variables, 0);
    }
}
