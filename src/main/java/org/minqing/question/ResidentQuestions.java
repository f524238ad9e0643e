package org.minqing.question;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Decision;
import org.minqing.organisation.Localities;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.time.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions to the resident (向居民提问), for whoever may not know who he is and for everybody else. The resident answers on the page
 * of his tracking code, or whoever may call him passes both on. Neither is in the timeline, which tells only that it happened.
 */
@Service
public class ResidentQuestions {

    private static final int LONGEST = 300;

    private final Appeals appeals;
    private final QuestionRows rows;
    private final QuestionRules rules;
    private final Localities localities;
    private final AwaitedPause pause;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    ResidentQuestions(
            Appeals appeals,
            QuestionRows rows,
            QuestionRules rules,
            Localities localities,
            AwaitedPause pause,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.appeals = appeals;
        this.rows = rows;
        this.rules = rules;
        this.localities = localities;
        this.pause = pause;
        this.clock = clock;
        this.events = events;
    }

    /** Oldest first. */
    public List<ResidentQuestion> of(String number) {
        return rows.of(number);
    }

    /**
     * What waits in a locality for somebody to call, what expires first first; of appeals that have not ended, and that whoever
     * reads may see.
     */
    public List<ResidentQuestion> waiting(String locality, int most) {
        return rows.waiting(locality, clock.instant(), most);
    }

    /** By when a question of now would have to be answered at the latest, to the minute. */
    public Instant latestAnswer(Appeal appeal) {
        var urgency = appeal.decision().map(Decision::urgency).orElse("");
        return clock.instant().plus(rules.answerWithin(urgency)).truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * The caller has checked that this person may see the appeal.
     *
     * @param answerBy the last moment for the answer; null for as long as {@code questions.yml} grants
     * @param pauses   whether the resolve clock is asked to stand still meanwhile: that is the caller's to ask for
     * @return by when it is to be answered
     * @throws InvalidInput if there is no question, or too long a one, or a time that is over or longer than granted
     * @throws Refusal      if the appeal has ended or is a sub-case, or too many wait already
     */
    @Transactional
    public Instant ask(String number, Actor by, String question, Instant answerBy, boolean pauses) {
        var text = text("question", question, "请写下要问的事");
        var open = appeals.open(number);
        var now = clock.instant();
        var latest = latestAnswer(open.state());
        var expiresAt = answerBy == null ? latest : answerBy;
        if (!expiresAt.isAfter(now)) {
            throw new InvalidInput("answerBy", "答复期限要在现在以后", "must be in the future");
        }
        if (expiresAt.isAfter(latest)) {
            throw new InvalidInput(
                    "answerBy", "答复期限最晚到" + Times.end(latest), "must not be later than " + Times.iso(latest));
        }
        if (rows.of(number).stream().filter(q -> q.waits(now)).count() >= rules.mostOpen()) {
            throw Refusal.conflict(
                    "已有 " + rules.mostOpen() + " 个问题等居民答复，请等他答复后再问。", "Too many questions wait for the resident.");
        }
        rows.ask(number, by, now, text, expiresAt, pauses);
        events.publishEvent(new AppealEvent.ResidentAsked(
                number, open.state().round(), now, by, "有问题需要您答复，请在" + Times.end(expiresAt) + "前答复，见本页上方"));
        return expiresAt;
    }

    /**
     * @throws Refusal if nobody holds that code, there is no such question of his appeal, it was answered, or its time is over
     */
    @Transactional
    public void answer(String trackingCode, long question, String answer) {
        var appeal = appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
        answer(appeal.number(), question, Actor.RESIDENT, answer, "答复了问题");
    }

    /** The same by whoever called the resident; the caller has checked that he may. */
    @Transactional
    public void passOn(String number, long question, Actor by, String answer) {
        answer(number, question, by, answer, "代为联系居民，转达了答复");
    }

    private void answer(String number, long question, Actor by, String answer, String told) {
        var text = text("answer", answer, "请写下答复");
        var open = appeals.open(number);
        var now = clock.instant();
        var all = rows.of(number);
        var asked = all.stream().filter(q -> q.id() == question).findFirst().orElseThrow(Refusal::notFound);
        requireWaiting(asked, open.state(), now);
        rows.answer(number, question, by, now, text);
        var pauseOver = endsPause(asked, all, q -> q.waits(now));
        events.publishEvent(
                new AppealEvent.ResidentAnswered(number, open.state().round(), now, by, told, pauseOver));
        if (pauseOver) {
            pause.over(number, by);
        }
    }

    private void requireWaiting(ResidentQuestion asked, Appeal appeal, Instant now) {
        if (asked.answer() != null) {
            throw Refusal.conflict("这个问题已经答复过了。", "That question was answered already.");
        }
        if (!asked.waits(now)) {
            throw Refusal.conflict(
                    "这个问题的答复期限（" + Times.words(asked.expiresAt()) + "）已过，不能再答复。还想说明情况的，请打 "
                            + localities.get(appeal.locality()).deskPhone() + "，经办人可以重新提问。",
                    "The time to answer that question is over.");
        }
    }

    /**
     * Writes down what was not answered in time; nothing happens to an appeal of which nothing expired.
     *
     * @return how many
     */
    @Transactional
    int expire(String number) {
        var appeal = appeals.lock(number);
        var now = clock.instant();
        var all = rows.of(number);
        var expired = all.stream()
                .filter(q -> q.ended() == null && q.at(now) == QuestionState.EXPIRED)
                .toList();
        for (var question : expired) {
            rows.end(question, now, QuestionState.EXPIRED);
            var pauseOver = endsPause(question, all, q -> q.waits(now));
            events.publishEvent(new AppealEvent.QuestionExpired(
                    number, appeal.round(), now, Actor.SYSTEM, "向居民提的问题到期，没有收到答复", pauseOver));
            if (pauseOver) {
                pause.over(number, Actor.SYSTEM);
            }
        }
        return expired.size();
    }

    /** Whether it was the last for which the clock was to stand still. */
    private static boolean endsPause(
            ResidentQuestion asked, List<ResidentQuestion> all, Predicate<ResidentQuestion> waits) {
        return asked.pause()
                && all.stream().filter(q -> q.id() != asked.id() && q.pause()).noneMatch(waits);
    }

    /** @throws Refusal if it is none: such a question there never was */
    public static long id(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }

    private static String text(String field, String typed, String missing) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInput(field, missing, "is required");
        }
        TextRule.flaw(field, text, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return text;
    }
}
