package org.minqing.desk.appeal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.access.ConfidentialRules;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.desk.worklist.Worklist;
import org.minqing.page.MomentField;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.question.ResidentQuestion;
import org.minqing.question.ResidentQuestions;
import org.minqing.security.StaffMember;
import org.minqing.sla.LimitChangeReason;
import org.minqing.sla.LimitChangeType;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions to residents: whoever works on an appeal asks, and who may call an unnamed resident passes the answer on. */
@Service
class Questioning {

    /** More than anybody calls in a day. */
    private static final int MOST = 200;

    /** The field of a form by which whoever handles an appeal asks for a pause. */
    private static final String CHANGE = "change";

    private final AppealAccess access;
    private final ResidentQuestions questions;
    private final Worklist worklist;
    private final ConfidentialRules rules;
    private final Capacity capacity;
    private final InstantSource clock;

    Questioning(
            AppealAccess access,
            ResidentQuestions questions,
            Worklist worklist,
            ConfidentialRules rules,
            Capacity capacity,
            InstantSource clock) {
        this.access = access;
        this.questions = questions;
        this.worklist = worklist;
        this.rules = rules;
        this.capacity = capacity;
        this.clock = clock;
    }

    /**
     * @param answerBy a time as {@link MomentField} reads it; empty for the longest that is granted
     * @param pause    also asks that the resolve clock stand still meanwhile, in the ordinary way of approval
     * @throws Refusal      if this person may not see the appeal, or only audits
     * @throws InvalidInput also if he does not handle it now, or {@code limit-change.dmn} allows no pause
     */
    @Transactional
    void ask(StaffMember person, String number, String question, String answerBy, boolean pause) {
        var appeal = access.contactVisible(person, number);
        var until = questions.ask(
                appeal.number(),
                capacity.of(person, appeal),
                question,
                answerBy.isEmpty() ? null : moment(answerBy),
                pause);
        if (pause) {
            askForPause(person, appeal.number(), until);
        }
    }

    /** The end of a day, or the moment itself. */
    private static Instant moment(String typed) {
        return MomentField.of(typed)
                .map(m -> typed.length() == 10 ? m.until() : m.from())
                .orElseThrow(() -> new InvalidInput(
                        "answerBy", "请填时间，例如 2026-11-21T19:00", "is no time such as 2026-11-21T19:00"));
    }

    private void askForPause(StaffMember person, String number, Instant until) {
        var task = handled(person, number)
                .orElseThrow(() -> new InvalidInput(
                        "pause", "手上有办理任务的人才能同时申请暂停计时", "only whoever handles it now may ask for a pause"));
        try {
            worklist.complete(
                    person,
                    task.id(),
                    Map.of(
                            "action",
                            "limitChange",
                            CHANGE,
                            LimitChangeType.PAUSE.code(),
                            "changeReason",
                            LimitChangeReason.AWAIT_RESIDENT.code(),
                            "days",
                            daysUntil(until),
                            "explanation",
                            "已向居民提问，答复期限" + Times.end(until)));
        } catch (RuntimeException e) {
            var why = InvalidInput.in(e).orElseThrow(() -> e).problems().get(0);
            throw new InvalidInput("pause", why.zh(), why.en());
        }
    }

    /** Whole days, the last one begun: pauses are granted in days, and end with the answer. */
    private int daysUntil(Instant until) {
        return (int) Duration.between(clock.instant(), until).minusNanos(1).toDays() + 1;
    }

    /** Whether this person has a task in hand in which he could ask for a pause. */
    boolean mayPause(StaffMember person, Appeal appeal) {
        return appeal.status() == AppealStatus.HANDLING
                && handled(person, appeal.number()).isPresent();
    }

    private Optional<WorkItem> handled(StaffMember person, String number) {
        return worklist.about(person, number).stream()
                .filter(WorkItem::mine)
                .filter(item ->
                        item.fields().stream().anyMatch(field -> field.key().equals(CHANGE)))
                .findFirst();
    }

    /** In words, for the form. */
    String latestAnswer(Appeal appeal) {
        return Times.end(questions.latestAnswer(appeal));
    }

    /** @throws Refusal also if it is not his to call an unnamed resident */
    void passOn(StaffMember person, String number, String question, String answer) {
        require(person);
        var appeal = access.contactVisible(person, number);
        questions.passOn(appeal.number(), ResidentQuestions.id(question), capacity.of(person, appeal), answer);
    }

    /** What waits for such a call, what expires first first. */
    List<ResidentQuestion> waiting(StaffMember person) {
        require(person);
        return questions.waiting(person.locality(), MOST);
    }

    private void require(StaffMember person) {
        if (!rules.knowsUnnamed(person) || !person.mayReadContacts()) {
            throw Refusal.notFound();
        }
    }
}
