package org.minqing.desk.course;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The course of one appeal as the engine wrote it down; times and lengths are the engine's own, to the millisecond.
 *
 * @param definition key of the process
 * @param version    of the process on which this appeal runs
 * @param xml        the BPMN of that version
 * @param ended      null while it runs
 * @param duration   milliseconds; null while it runs
 * @param steps      in the order in which they began
 * @param flows      ids of the sequence flows that were taken beyond doubt
 * @param decisions  in the order in which they were made
 */
public record Course(
        String definition,
        int version,
        String xml,
        Instant started,
        Instant ended,
        Long duration,
        List<Step> steps,
        Set<String> flows,
        List<Decision> decisions) {

    /** What became of one visit of a step. */
    public enum State {
        COMPLETED,
        CANCELLED,
        RUNNING
    }

    /**
     * One visit of one step.
     *
     * @param id       of this visit, to which decisions refer
     * @param activity id of the step in the model
     * @param visit    1 for the first visit of the step, one more for each later one
     * @param type     as the engine calls it, such as {@code userTask}
     * @param onTheWay whether the appeal itself waits here, and not somebody who watches or supervises beside it
     * @param ended    null while it runs
     * @param duration milliseconds; null while it runs
     * @param person   user id of whoever held the task; null if nobody did. It is not for showing
     */
    public record Step(
            String id,
            String activity,
            int visit,
            String name,
            String type,
            boolean onTheWay,
            Instant started,
            Instant ended,
            Long duration,
            State state,
            String person) {

        /** Whether this visit had begun and not yet ended at that moment. */
        public boolean openAt(Instant at) {
            return !started.isAfter(at) && (ended == null || ended.isAfter(at));
        }
    }

    /**
     * One question to a decision table and its answer.
     *
     * @param step  id of the visit that asked; see {@link Step#id}
     * @param rules those that matched; with hit policy FIRST, one
     */
    public record Decision(
            String step,
            String key,
            String name,
            int version,
            Instant at,
            List<Cell> inputs,
            List<Cell> outputs,
            List<Rule> rules) {}

    /** @param variable the name by which the table knows it */
    public record Cell(String variable, String label, Object value) {}

    /**
     * A rule in the words of that version of the table.
     *
     * @param number 1 for the first row of the table; 0 if the table no longer has it
     */
    public record Rule(int number, String id, String text) {}
}
