package org.minqing.process.model;

import static org.minqing.process.AppealVariables.ANSWER_POSTS;
import static org.minqing.process.AppealVariables.RATED;
import static org.minqing.process.AppealVariables.SKIPPED_CLOCKS;
import static org.minqing.process.AppealVariables.TRACK;
import static org.minqing.process.AppealVariables.TRACK_NAME;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Limits;
import org.minqing.appeal.Track;
import org.minqing.process.decisions.DecisionAnswer;
import org.minqing.process.decisions.TypeCells;

/** What follows from the type of an appeal, between the decision and the steps that need it. */
final class TrackFacts {

    private static final Set<ClockKind> OF_THE_WHOLE = Set.of(ClockKind.RESPOND);

    private TrackFacts() {}

    static void record(DelegateExecution execution, DecisionAnswer decision) {
        TRACK.set(execution, decision.text("track"));
        TRACK_NAME.set(execution, decision.text("trackName"));
        RATED.set(execution, decision.text("rated").equals("yes"));
        ANSWER_POSTS.set(execution, decision.text("answerPosts"));
        SKIPPED_CLOCKS.set(execution, decision.text("skippedClocks"));
    }

    /** Decided once; a redo keeps it. Nobody is asked about a sub-case: the resident is answered about the whole. */
    static Track of(DelegateExecution execution, Appeal appeal) {
        var name = TRACK_NAME.get(execution);
        return name == null
                ? appeal.track().orElseThrow()
                : new Track(TRACK.get(execution), name, RATED.get(execution) && !appeal.subCase());
    }

    /**
     * What the table of time limits answers, without the clocks that an appeal of that type does not have. To a sub-case nobody
     * responds: that was done for the whole.
     */
    static Limits limits(DelegateExecution execution, Appeal appeal, DecisionAnswer decision) {
        var limits = decision.limits().without(TypeCells.clocks(SKIPPED_CLOCKS.get(execution)));
        return appeal.subCase() ? limits.without(OF_THE_WHOLE) : limits;
    }
}
