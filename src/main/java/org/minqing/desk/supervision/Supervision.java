package org.minqing.desk.supervision;

import java.time.InstantSource;
import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Timeline;
import org.minqing.appeal.Times;
import org.minqing.dispatch.Dispatching;
import org.minqing.feedback.Feedback;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Role;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a supervisor does about an appeal. Each act holds the appeal, so that a handler who completes it at the same moment
 * either was first, or finds that something changed.
 */
@Service
@Transactional
class Supervision {

    private static final int LONGEST = 500;

    private final Appeals appeals;
    private final AppealWorkflow workflow;
    private final Feedback feedback;
    private final Dispatching dispatching;
    private final Timeline timeline;
    private final Holdings holdings;
    private final Localities localities;
    private final SupervisionRules rules;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Supervision(
            Appeals appeals,
            AppealWorkflow workflow,
            Feedback feedback,
            Dispatching dispatching,
            Timeline timeline,
            Holdings holdings,
            Localities localities,
            SupervisionRules rules,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.appeals = appeals;
        this.workflow = workflow;
        this.feedback = feedback;
        this.dispatching = dispatching;
        this.timeline = timeline;
        this.holdings = holdings;
        this.localities = localities;
        this.rules = rules;
        this.clock = clock;
        this.events = events;
    }

    /** @throws Refusal if it has ended, or its result waits for the resident */
    public void supervise(StaffMember person, String number, String instruction) {
        text("instruction", instruction, "请写明督办要求");
        inHand(number);
        feedback.steppedIn(number, actor(person), instruction);
        workflow.supervised(number);
    }

    /** @throws Refusal if it has ended, its result waits for the resident, or somebody reminded a short while ago */
    public void remind(StaffMember person, String number) {
        var appeal = inHand(number);
        var now = clock.instant();
        timeline.of(number).stream()
                .filter(e -> e.kind().equals("Reminded")
                        && e.at().plus(rules.remindEvery()).isAfter(now))
                .findAny()
                .ifPresent(e -> {
                    throw Refusal.conflict(
                            Times.words(e.at()) + " 已经催办过，" + Times.words(e.at().plus(rules.remindEvery()))
                                    + " 以后可以再催。",
                            "The appeal was reminded of a short while ago.");
                });
        events.publishEvent(new AppealEvent.Reminded(number, appeal.round(), now, actor(person), "催办：请抓紧办理"));
    }

    /**
     * @param group  of the post that gets it
     * @throws Refusal      if it has ended or nobody is handling it now
     * @throws InvalidInput if there is no such post to choose, or no reason is given
     */
    public void reassign(StaffMember person, String number, String group, String reason) {
        text("reason", reason, "请写明改派原因");
        var appeal = inHand(number);
        var holder = choices(appeal).stream()
                .filter(h -> h.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("holder", "请从可选的承办岗位中选一个", "is no post that could handle it"));
        workflow.reassigned(number, holder.unit().code(), holder.post().code(), person.userId());
        dispatching.reassigned(number, actor(person), holder, reason);
    }

    /** Who could handle it: each post that somebody holds for that place. */
    @Transactional(readOnly = true)
    public List<Holding> choices(Appeal appeal) {
        var locality = localities.get(appeal.locality());
        return locality.posts().stream()
                .filter(post -> post.role() == Role.HANDLER)
                .map(post -> locality.holdersOf(post.code(), appeal.unit()))
                .filter(holders -> holders.size() == 1)
                .map(holders -> holders.get(0))
                .toList();
    }

    private Appeal inHand(String number) {
        var appeal = appeals.lock(number);
        if (appeal.status().ended()) {
            throw Refusal.conflict("这件诉求已经结束，不能再督办、催办或改派。", "The appeal has ended.");
        }
        if (appeal.status() == AppealStatus.FEEDBACK) {
            throw Refusal.conflict("这件诉求已经办出结果，正在等居民评价。", "The result waits for the resident.");
        }
        return appeal;
    }

    private Actor actor(StaffMember person) {
        return new Actor(
                person.userId(),
                holdings.of(person.groups()).stream()
                        .filter(h -> h.post().role() == Role.SUPERVISOR)
                        .findFirst()
                        .map(Holding::label)
                        .orElseThrow(Refusal::notFound));
    }

    private static void text(String field, String text, String missing) {
        if (text.isBlank()) {
            throw new InvalidInput(field, missing, "is required");
        }
        TextRule.flaw(field, text, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
    }
}
