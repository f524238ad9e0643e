package org.minqing.remit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.StandIns;
import org.minqing.organisation.UnitTree;
import org.minqing.problem.Refusal;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose an appeal is where several units returned it (职责争议): what is disputed, and who has no part in it. */
@Service
@Transactional(propagation = Propagation.SUPPORTS)
public class Disputes {

    private final Appeals appeals;
    private final Localities localities;
    private final StandIns standIns;
    private final ReturnGrounds grounds;
    private final RemitRows rows;
    private final InstantSource clock;

    Disputes(
            Appeals appeals,
            Localities localities,
            StandIns standIns,
            ReturnGrounds grounds,
            RemitRows rows,
            InstantSource clock) {
        this.appeals = appeals;
        this.localities = localities;
        this.standIns = standIns;
        this.grounds = grounds;
        this.rows = rows;
        this.clock = clock;
    }

    /** The post that has to settle it now; empty if nothing waits for a settlement. */
    public Optional<String> waiting(String number) {
        var appeal = appeals.get(number);
        return inDanger(appeal) || rows.settled(number, appeal.round())
                ? Optional.empty()
                : rows.of(number, appeal.round()).stream()
                        .map(Returned::settledBy)
                        .filter(post -> post != null)
                        .reduce((first, last) -> last);
    }

    /** User ids of all who work in one of the units that returned it in this round. */
    public Set<String> parties(String number) {
        var appeal = appeals.get(number);
        var units = rows.of(number, appeal.round()).stream().map(Returned::unit).collect(Collectors.toSet());
        return localities.get(appeal.locality()).holdings().stream()
                .filter(holding -> units.contains(holding.unit().code()))
                .flatMap(holding -> standIns.holders(holding).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws Refusal if this person works in one of those units */
    public void requireNoParty(String number, String person) {
        if (parties(number).contains(person)) {
            throw Refusal.conflict(
                    "本单位是职责争议的一方，裁定由他人负责。", "Whose unit returned the appeal does not settle whose it is.");
        }
    }

    /** What stands in the form of whoever settles it: each return by a line; null if there is none. */
    public String question(String number) {
        var appeal = appeals.get(number);
        var locality = localities.get(appeal.locality());
        var lines = rows.of(number, appeal.round()).stream()
                .map(r -> UnitTree.name(locality, r.unit(), r.unit()) + "（" + Times.words(r.at()) + "，" + r.personAs()
                        + "）："
                        + grounds.find(r.ground()).map(ReturnGround::label).orElse(r.ground()) + "。依据：" + r.evidence())
                .toList();
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    List<Returned> returns(Appeal appeal) {
        return rows.of(appeal.number(), appeal.round());
    }

    /** Others have set out, and nobody has said yet that it is safe. */
    boolean inDanger(Appeal appeal) {
        return !appeal.dangerPosts().isEmpty() && !rows.madeSafe(appeal.number());
    }

    /** The unit that has it. */
    String having(Appeal appeal) {
        return appeal.status() == AppealStatus.RECEIVED || appeal.handlingUnit().isEmpty()
                ? appeal.respondUnit()
                : appeal.handlingUnit();
    }

    /** The unit whose post settles it; the uppermost if nobody holds it. */
    String unitOf(Appeal appeal, String post) {
        var locality = localities.get(appeal.locality());
        return locality.holdersOf(post, appeal.unit()).stream()
                .map(Holding::unit)
                .findFirst()
                .orElse(locality.root())
                .code();
    }

    Instant now() {
        return clock.instant();
    }
}
