package org.minqing.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.problem.Refusal;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reviews of an appeal as they stand, and which could be asked for now. */
@Service
@Transactional(propagation = Propagation.SUPPORTS)
public class Reviews {

    private final ReviewRows rows;
    private final Rights rights;
    private final InstantSource clock;

    Reviews(ReviewRows rows, Rights rights, InstantSource clock) {
        this.rows = rows;
        this.rights = rights;
        this.clock = clock;
    }

    /** Of all rounds, oldest first. */
    public List<Review> of(String number) {
        return rows.of(number);
    }

    /** The one that is made now. */
    public Optional<Review> running(String number) {
        return rows.of(number).stream().filter(Review::runs).findFirst();
    }

    /**
     * The same for whoever makes it.
     *
     * @throws Refusal if somebody took it back or answered it meanwhile
     */
    Review mine(String number) {
        return running(number).orElseThrow(Refusal::overtaken);
    }

    /** The latest of this round that was answered; those that were taken back count for nothing. */
    private Optional<Review> answered(Appeal appeal) {
        return rows.of(appeal.number()).stream()
                .filter(r -> r.round() == appeal.round() && r.answer() != null)
                .reduce((first, last) -> last);
    }

    /** Whether the level above ordered it to be handled again, and that round has not begun yet. */
    public boolean setAside(Appeal appeal) {
        return appeal.status() == AppealStatus.REVIEW
                && answered(appeal)
                        .filter(r -> r.answer().outcome() == ReviewOutcome.SET_ASIDE)
                        .isPresent();
    }

    /** Of the matter as a whole, whoever asks. */
    public Door door(Appeal matter) {
        if (matter.subCase()) {
            return Door.shut(
                    null,
                    null,
                    "分件随主件答复，请对主件" + matter.parent() + "申请复查。",
                    "The whole, " + matter.parent() + ", is answered and reviewed, and not its sub-cases.");
        }
        if (!matter.status().ended()) {
            return Door.shut(
                    null,
                    null,
                    "这件诉求还在办理，办结以后对处理意见不服的，才能申请复查。",
                    "It is still handled; a review can be asked for when it has ended.");
        }
        if (!matter.status().answered()) {
            return Door.shut(null, null, "这件诉求没有处理意见，不能申请复查。", "It ended without an opinion to review.");
        }
        var running = running(matter.number());
        if (running.isPresent()) {
            var label = running.get().stage().label();
            return Door.shut(null, null, label + "已经在办理，请等" + label + "意见，不用重复申请。", "A review is under way already.");
        }
        var last = answered(matter);
        if (last.filter(r -> r.stage() == ReviewStage.FINAL).isPresent()) {
            return Door.shut(
                    null,
                    null,
                    "复核意见是最终意见。仍以同一事实和理由提出的，不再受理。",
                    "The second review was final; the same facts and grounds are not accepted again.");
        }
        return last.map(r -> door(matter, ReviewStage.FINAL, r.answer().at()))
                .orElseGet(() -> door(matter, ReviewStage.FIRST, matter.closedAt()));
    }

    private Door door(Appeal matter, ReviewStage stage, Instant since) {
        var right = rights.of(matter, stage, since);
        if (right.until() == null) {
            return Door.shut(stage, null, right.whyNot(), "There is no such review of this appeal.");
        }
        if (!clock.instant().isBefore(right.until())) {
            return Door.shut(
                    stage,
                    right.until(),
                    "申请" + stage.label() + "的期限已过，最后一天是" + lastDay(right.until()) + "。",
                    "The days to ask for it are over since " + Times.iso(right.until()) + ".");
        }
        return new Door(stage, right.until(), null, null);
    }

    /** The day that ends there, such as 2026年4月1日. */
    public static String lastDay(Instant until) {
        return Times.day(until.minusSeconds(1).atZone(Times.ZONE).toLocalDate());
    }
}
