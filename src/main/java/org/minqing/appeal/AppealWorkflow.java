package org.minqing.appeal;

/** What the application tells the process. Named for what happened, not for BPMN. */
public interface AppealWorkflow {

    /** An appeal was received; when this returns, the decisions are taken and the first task waits for somebody. */
    void submitted(Appeal appeal);

    /** The resident rated by himself, on the page. */
    void residentRated(String number, boolean satisfied);

    /** A handler goes on before the pause is over. */
    void clockResumed(String number);

    /** Somebody who did not handle the appeal is to find out whether a contact took place. */
    void contactInDoubt(String number);

    /** A supervisor stepped in: whoever has a task of it now sees that before anything else. */
    void supervised(String number);

    /**
     * What is going on before there is a result passes to a post of a unit; whoever had it has no right to it any more.
     *
     * @param to        group of the post that has it now
     * @param handledBy group of the post that handles it then or after the first response
     * @throws org.minqing.problem.Refusal      if nobody responds or handles it now
     * @throws org.minqing.problem.InvalidInput if that post has it already
     */
    void reassigned(String number, String to, String handledBy);

    /**
     * Somebody says that it was judged wrongly. When this returns, the tables have decided again; what follows from that has
     * happened, or waits for another person.
     *
     * @param asker what {@code judgement-change.dmn} is told of him: the post under which he supervises, or {@code other}
     */
    void misjudged(String number, Judgement asked, String asker);

    /** Nobody has to decide any more on longer limits that follow from a correction. */
    void correctionLapsed(String number);

    void residentWithdrew(String number);

    /** A sub-case is needed no more: for the process it is as if a resident had withdrawn it. */
    void subCaseRemoved(String number);

    /** It is the same matter as another appeal and goes on as part of that one. */
    void merged(String number, String original);
}
