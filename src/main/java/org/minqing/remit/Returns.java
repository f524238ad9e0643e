package org.minqing.remit;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.minqing.access.Parties;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealEventKind;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Limit;
import org.minqing.appeal.Timeline;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A unit gives an appeal back (退回): once in a round, with a ground and evidence, and not after it was settled whose it is. In
 * danger nothing waits for a settlement, and whoever cannot go says so as often as he has to.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Returns implements Parties {

    /** After one of these somebody has done something about it, and not only taken and returned it. */
    private static final Set<String> DEEDS = Set.of(
            AppealEventKind.RESPONDED.code(),
            AppealEventKind.CONTACTED.code(),
            AppealEventKind.CONTACT_MISSED.code(),
            AppealEventKind.ARRIVED.code(),
            AppealEventKind.DANGER_REMOVED.code(),
            AppealEventKind.PROGRESSED.code(),
            AppealEventKind.RESULTED.code(),
            AppealEventKind.RESIDENT_ASKED.code(),
            AppealEventKind.LIMIT_CHANGE_ASKED.code(),
            AppealEventKind.DISPATCHED.code(),
            AppealEventKind.REMIT_SETTLED.code(),
            AppealEventKind.REASSIGNED.code(),
            AppealEventKind.ACCEPTANCE_VOIDED.code());

    private final Appeals appeals;
    private final Localities localities;
    private final Timeline timeline;
    private final ReturnGrounds grounds;
    private final RemitTable table;
    private final Disputes disputes;
    private final RemitRows rows;

    Returns(
            Appeals appeals,
            Localities localities,
            Timeline timeline,
            ReturnGrounds grounds,
            RemitTable table,
            Disputes disputes,
            RemitRows rows) {
        this.appeals = appeals;
        this.localities = localities;
        this.timeline = timeline;
        this.grounds = grounds;
        this.table = table;
        this.disputes = disputes;
        this.rows = rows;
    }

    /**
     * Not for this unit.
     *
     * @param ground   code of {@code returns.yml}
     * @param evidence by which rule, list of duties or boundary
     * @throws Refusal      if the unit returned it in this round already, or it was settled whose it is
     * @throws InvalidInput if there is no such ground
     */
    public void returned(String number, Actor by, String ground, String evidence) {
        var open = appeals.open(number);
        var appeal = open.state();
        if (disputes.inDanger(appeal)) {
            inDanger(number, by, evidence);
            return;
        }
        var why = grounds.find(ground)
                .orElseThrow(() -> new InvalidInput("returnGround", "请从退回事由中选一项", "is no ground for a return"));
        var unit = unit(appeal, by);
        refusal(appeal, unit).ifPresent(refusal -> {
            throw refusal;
        });
        var responded = appeal.status() != AppealStatus.RECEIVED;
        var before = rows.of(number, appeal.round()).stream()
                .filter(r -> r.responded() == responded)
                .count();
        var rule = table.rule(
                appeal.locality(),
                (int) before + 1,
                appeal.decision().orElseThrow().urgency());
        var dispute = before > 0 || !"dispatcher".equals(rule.post());
        var at = disputes.now();
        rows.returned(
                number, appeal.round(), at, by, unit, why.code(), evidence, responded, dispute ? rule.post() : null);
        open.returned(
                by,
                (dispute ? "退回，转职责争议裁定（" : "退回派单员（") + why.label() + "）：" + evidence,
                unit,
                why.code(),
                new Limit.Settling(dispute, disputes.unitOf(appeal, rule.post()), rule.within()));
        voidAcceptance(number, by);
    }

    /** In danger others have it too, and the dispatcher is asked only if nobody has. */
    public void inDanger(String number, Actor by, String evidence) {
        var open = appeals.open(number);
        open.returned(by, "退回：" + evidence, unit(open.state(), by), "", null);
        voidAcceptance(number, by);
    }

    /** Those of the appeals that somebody in these posts cannot return now, because one of his units did or it was settled. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> closed(Collection<String> numbers, Collection<Holding> posts) {
        return rows.closed(
                numbers,
                posts.stream().map(Holding::unit).map(Unit::code).distinct().toList());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean returnedBy(Collection<Unit> units, String number) {
        return disputes.returns(appeals.get(number)).stream()
                .anyMatch(what -> units.stream().anyMatch(unit -> unit.code().equals(what.unit())));
    }

    private Optional<Refusal> refusal(Appeal appeal, String unit) {
        if (rows.settled(appeal.number(), appeal.round())) {
            return Optional.of(Refusal.conflict(
                    "这件诉求归谁办理已经裁定，本轮不能再退回。", "Whose it is was settled; it cannot be returned any more."));
        }
        return rows.of(appeal.number(), appeal.round()).stream()
                .filter(r -> r.unit().equals(unit))
                .findFirst()
                .map(r -> Refusal.conflict("本单位本轮已经退回过这件诉求，不能再退回。", "This unit returned it in this round already."));
    }

    /** The unit as whose holder he acts; else the one that has the appeal. */
    private String unit(Appeal appeal, Actor by) {
        return localities.get(appeal.locality()).holdings().stream()
                .filter(holding -> holding.label().equals(by.as()))
                .map(Holding::unit)
                .map(Unit::code)
                .findFirst()
                .orElse(disputes.having(appeal));
    }

    private void voidAcceptance(String number, Actor by) {
        var acceptedLast = timeline.of(number).stream()
                .map(Timeline.Entry::kind)
                .filter(kind -> kind.equals(AppealEventKind.ACCEPTED.code()) || DEEDS.contains(kind))
                .reduce((first, last) -> last)
                .filter(AppealEventKind.ACCEPTED.code()::equals)
                .isPresent();
        if (acceptedLast) {
            appeals.open(number)
                    .told((n, round, at) -> new AppealEvent.AcceptanceVoided(n, round, at, by, "签收作废，签收时限照原来的计算"));
        }
    }
}
