package org.minqing.joint;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Unit;
import org.minqing.problem.InvalidInput;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What co-handlers answer, and what the lead does with it. Their words are for colleagues; residents read which units took part. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Opinions {

    private final JointRows rows;
    private final Appeals appeals;
    private final Holdings holdings;
    private final Clocks clocks;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Opinions(
            JointRows rows,
            Appeals appeals,
            Holdings holdings,
            Clocks clocks,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.appeals = appeals;
        this.holdings = holdings;
        this.clocks = clocks;
        this.clock = clock;
        this.events = events;
    }

    /** Of all rounds, oldest first. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<JointRequest> of(String number) {
        return rows.of(number);
    }

    /** When it is due: never later than the lead himself must be ready, even if that becomes sooner. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Instant dueAt(JointRequest request) {
        return earlier(request.appeal(), request.dueAt());
    }

    Instant earlier(String number, Instant due) {
        return clocks.running(number, ClockKind.RESOLVE)
                .map(Clock::dueAt)
                .filter(due::isAfter)
                .orElse(due);
    }

    /**
     * The one that waits for that post.
     *
     * @throws IllegalStateException if none does
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public JointRequest waiting(String number, String holding) {
        return find(number, holding)
                .orElseThrow(() -> new IllegalStateException("Nobody waits for " + holding + " in " + number));
    }

    Optional<JointRequest> find(String number, String holding) {
        return waiting(number).stream().filter(r -> r.holding().equals(holding)).findFirst();
    }

    List<JointRequest> waiting(String number) {
        return rows.of(number).stream().filter(JointRequest::waits).toList();
    }

    /**
     * A co-handler says how his unit stands to it.
     *
     * @param figure such as a sum or an area, in words; null without one
     */
    public void give(String number, String holding, Actor by, Position position, String text, String figure) {
        var appeal = appeals.open(number).state();
        rows.give(waiting(number, holding), by, clock.instant(), position, text, figure);
        events.publishEvent(new AppealEvent.OpinionGiven(
                number, appeal.round(), clock.instant(), by, "提出会办意见：" + position.label()));
    }

    /** Its limit has passed. It still waits. */
    public void overdue(String number, String holding) {
        var appeal = appeals.open(number).state();
        var request = waiting(number, holding);
        rows.step(request, "overdue", Actor.SYSTEM, clock.instant(), "");
        events.publishEvent(new AppealEvent.LimitNoted(
                number, appeal.round(), clock.instant(), Actor.SYSTEM, label(request) + "会办意见超期未提出"));
    }

    /**
     * The lead is about to answer. What is past its limit he need not wait for any longer; for the rest he says why he does not.
     *
     * @param reason null if he gives none
     * @throws InvalidInput if he should wait
     */
    public void settle(String number, Actor by, String reason) {
        var appeal = appeals.open(number).state();
        var open = waiting(number);
        var now = clock.instant();
        var early = open.stream().filter(r -> !now.isAfter(dueAt(r))).toList();
        if (!early.isEmpty() && reason == null) {
            throw new InvalidInput(
                    "withoutOpinions",
                    labels(early) + "的会办意见还没有提出，也没有到期；先行答复的，请写明理由",
                    "says why, while opinions wait that are not yet due");
        }
        if (!open.isEmpty()) {
            events.publishEvent(new AppealEvent.JointNoted(
                    number,
                    appeal.round(),
                    now,
                    by,
                    labels(open) + "未提出会办意见，先行答复：" + (reason == null ? "已到期" : reason)));
        }
    }

    /** The units that took part in this round, in the order in which they answered; without those that say it is not theirs. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<String> tookPart(String number) {
        var round = appeals.get(number).round();
        return rows.of(number).stream()
                .filter(r -> r.round() == round && r.opinion() != null)
                .filter(r -> r.opinion().position() != Position.NOT_OURS)
                .flatMap(r -> holdings.find(r.holding()).stream())
                .map(Holding::unit)
                .map(Unit::name)
                .distinct()
                .toList();
    }

    /** All of this round as a form shows it, a line each; empty if nobody was asked. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<String> words(String number) {
        var round = appeals.get(number).round();
        var lines = rows.of(number).stream()
                .filter(r -> r.round() == round && !r.lapsed())
                .map(this::line)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    private String line(JointRequest r) {
        var asked = label(r) + (r.question() == null ? "" : "（请答复：" + r.question() + "）") + "：";
        if (r.opinion() != null) {
            var figure = r.opinion().figure();
            return asked + r.opinion().position().label() + "。" + r.opinion().text()
                    + (figure == null ? "" : "（" + figure + "）");
        }
        if (r.end() != null) {
            return asked + "不再需要。" + r.end().words();
        }
        var due = dueAt(r);
        return asked + (clock.instant().isAfter(due) ? "已超期，应于 " : "待提出，") + Times.end(due) + " 前";
    }

    /** Unit and post; a group that is gone goes by its code. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String label(JointRequest request) {
        return holdings.find(request.holding()).map(Holding::label).orElse(request.holding());
    }

    private String labels(List<JointRequest> requests) {
        return requests.stream().map(this::label).collect(Collectors.joining("、"));
    }
}
