package org.minqing.claiming;

import java.util.List;
import org.minqing.security.StaffMember;

/** What the application tells the process about orders. Named for what happened, not for BPMN. */
public interface OrderWorkflow {

    /** Leaders and volunteers may claim it from now on, and somebody has to look when their times are over. */
    void offered(String number);

    /**
     * The handling, where it has begun, is offered to these posts and to no others; whoever has it keeps it if one of them is his.
     *
     * @param groups of the posts
     */
    void offeredTo(String number, List<String> groups);

    /**
     * Somebody wants the handling: he has it when this returns, and {@link Orders#taken} was told.
     *
     * @param group under which he claims it
     * @return whether it has begun; if not, nothing happened
     * @throws org.minqing.problem.Refusal if somebody else has it
     */
    boolean taken(String number, StaffMember person, String group);

    /** Somebody claimed it before the handling began: he may make the first response, and does if nobody has taken that. */
    void claimedEarly(String number, StaffMember person, String group);

    /**
     * Whoever claimed it has nothing of it any more.
     *
     * @param group  under which he had claimed it
     * @param groups of the posts to which the handling is offered now
     */
    void givenBack(String number, String person, String group, List<String> groups);

    /** Nobody can claim it any more. */
    void closed(String number);
}
