package org.minqing.process.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.minqing.process.history.CourseModel.Flow;

/**
 * Which sequence flows were taken. The engine writes down steps and no flows, so this follows from the model and the order
 * of the steps: a step was entered from the one step that had ended before in the same scope, was not interrupted, has not
 * gone on elsewhere, and is connected with it by one flow. Where two steps or two flows could have led to it, as behind a
 * join or between the same two steps, nothing can be told and nothing is marked: no mark is better than a wrong one.
 */
final class TakenPath {

    /**
     * One visit, in the order in which visits began.
     *
     * @param scope id of the visit of the scope in which it lies
     * @param left  milliseconds; null if it has not ended, or was interrupted and left by no flow
     */
    record Visit(String id, String activity, String scope, long began, Long left) {}

    private final List<Flow> flows;
    private final Set<String> gone = new HashSet<>();

    private TakenPath(List<Flow> flows) {
        this.flows = flows;
    }

    static Set<String> of(List<Flow> flows, List<Visit> visits) {
        return new TakenPath(flows).walk(visits);
    }

    private Set<String> walk(List<Visit> visits) {
        var taken = new LinkedHashSet<String>();
        for (int n = 0; n < visits.size(); n++) {
            var found = into(visits.get(n), visits.subList(0, n));
            if (found.size() == 1) {
                taken.add(found.get(0).flow().id());
            }
            // What may have gone this way may not have: it is no doubt about any later step that it was earlier.
            found.forEach(step -> gone.add(step.goneBy()));
        }
        return taken;
    }

    private List<Candidate> into(Visit to, List<Visit> before) {
        var found = new ArrayList<Candidate>();
        for (var flow : flows) {
            if (flow.to().equals(to.activity())) {
                before.stream()
                        .filter(from -> from.activity().equals(flow.from()))
                        .filter(from -> Objects.equals(from.scope(), to.scope()))
                        .filter(from -> from.left() != null && from.left() <= to.began())
                        .map(from -> new Candidate(from, flow))
                        .filter(step -> !gone.contains(step.goneBy()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private record Candidate(Visit from, Flow flow) {

        String goneBy() {
            return flow.onlyOne() ? from.id() : from.id() + " " + flow.id();
        }
    }
}
