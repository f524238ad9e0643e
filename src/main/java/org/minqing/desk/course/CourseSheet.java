package org.minqing.desk.course;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Set;

/**
 * The course of an appeal as staff read it, on the page and as JSON. Who did a step is named as everywhere: unit and post,
 * never a person.
 *
 * @param asOf       when it was read: lengths of what still runs end here
 * @param endedAt    null while it runs
 * @param durationMs as the engine wrote it down; null while it runs
 * @param spent      the same in words, or how long it has been running
 * @param end        id of the visit with which it ended; null while it runs
 * @param definition key of the process, {@code version} the version on which this appeal runs, {@code xml} its BPMN
 * @param activities the same steps once each, for the diagram
 * @param flows      ids of the sequence flows that were taken beyond doubt
 */
record CourseSheet(
        String number,
        String asOf,
        String startedAt,
        String endedAt,
        Long durationMs,
        String spent,
        String end,
        String definition,
        int version,
        String xml,
        List<Step> steps,
        List<Activity> activities,
        Set<String> flows,
        List<Decision> decisions,
        List<Breach> breaches) {

    /** What the step of a visit is called. */
    public String nameOf(String visit) {
        return steps.stream()
                .filter(s -> s.id().equals(visit))
                .map(Step::name)
                .findFirst()
                .orElse("");
    }

    /**
     * One visit of one step.
     *
     * @param id       of this visit: {@code activity} for the first, then {@code activity-2} and so on
     * @param kind     what sort of step it is: task, decision, service, phase, event, end, gateway or start
     * @param state    completed, cancelled or running
     * @param onTheWay whether the appeal itself waits here, and not somebody who watches or supervises beside it
     * @param who      unit and post; empty if nobody did it, or nobody yet
     * @param breaches the limits that passed while it was open
     */
    public record Step(
            String id,
            String activity,
            String name,
            String type,
            String kind,
            @JsonIgnore boolean onTheWay,
            int visit,
            String startedAt,
            String endedAt,
            Long durationMs,
            String spent,
            String state,
            String who,
            List<String> breaches) {

        /** Where the model only begins, branches or ends: nobody has work there and no time passes. */
        public boolean minor() {
            return kind.equals("gateway") || kind.equals("start");
        }
    }

    /**
     * @param totalMs sum of the visits that have ended
     * @param total   the same in words, with what has been running until now
     */
    public record Activity(
            String activity,
            String name,
            String kind,
            int visits,
            long totalMs,
            String total,
            boolean running,
            boolean cancelled,
            List<String> breaches) {}

    /** @param step id of the visit that asked */
    public record Decision(
            String step,
            String key,
            String name,
            int version,
            String at,
            List<Value> inputs,
            List<Value> outputs,
            List<Rule> rules) {}

    /** @param words the value in Chinese where it is known, else as it stands */
    public record Value(String variable, String label, Object value, String words) {}

    /** @param number 1 for the first row of the table; 0 if it is no longer known */
    public record Rule(int number, String id, String text) {}

    /**
     * A limit that passed before what it timed was done.
     *
     * @param stoppedAt when its clock stopped, late; null while it runs
     * @param steps     ids of the visits that were open when it passed
     */
    public record Breach(
            String clock, String clockName, int round, String dueAt, String stoppedAt, List<String> steps) {}
}
