package org.minqing.merging;

import java.util.Optional;
import java.util.stream.Stream;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A resident who finds, while he files, that others told of it before, files his own as part of that (自行并入). Why nothing that has to
 * be judged goes that way, {@code 0036-a-resident-joins-a-matter.md} says.
 */
@Service
public class Joining {

    private final Appeals appeals;
    private final Similar similar;
    private final ToldBefore told;
    private final Offers offers;
    private final Reporters reporters;
    private final JoiningRows rows;
    private final MergingRules rules;
    private final Duties duties;
    private final AppealWorkflow workflow;

    Joining(
            Appeals appeals,
            Similar similar,
            ToldBefore told,
            Offers offers,
            Reporters reporters,
            JoiningRows rows,
            MergingRules rules,
            Duties duties,
            AppealWorkflow workflow) {
        this.appeals = appeals;
        this.similar = similar;
        this.told = told;
        this.offers = offers;
        this.reporters = reporters;
        this.rows = rows;
        this.rules = rules;
        this.duties = duties;
        this.workflow = workflow;
    }

    /**
     * Makes what was just registered, and has no process yet, part of the matter that was offered for these very words.
     *
     * @param offer see {@link ToldBefore.Known#offer}
     * @return that matter; empty if nothing of that name is offered for them now, or a person has to judge first
     */
    @Transactional
    public Optional<Appeal> join(Appeal own, String offer) {
        var chosen = told.offered(similar.matter(own))
                .filter(matter -> offers.names(offer, matter))
                .findFirst()
                // Held from now on: meanwhile it may have ended, or have become another one's part.
                .map(matter -> appeals.lock(matter.number()))
                .filter(matter -> told.joinable(matter) && rules.joins(own.type()) && nothingNew(own, matter));
        chosen.ifPresent(matter -> {
            appeals.join(own.number(), matter, Actor.RESIDENT, "居民看到已有人反映同一事项，选择并入一起办理");
            rows.joined(own.number(), matter.number());
            var text = "又有居民反映同一事项，自己选择合并办理，共有 " + reporters.voices(matter.number()) + " 人反映";
            appeals.open(matter.number())
                    .told((n, round, at) -> new AppealEvent.ReporterActed(n, round, at, Actor.RESIDENT, text, true));
        });
        return chosen;
    }

    /** What is more dangerous than was known, or concerns so many more that the tables may say otherwise, a person merges. */
    private boolean nothingNew(Appeal own, Appeal matter) {
        var known = matter.facts();
        var said = own.facts();
        var people = Math.max(reporters.voices(matter.number()) + 1, said.peopleAffected());
        return (said.danger().isEmpty() || said.danger().equals(known.danger()))
                && (!said.safetyRisk() || known.safetyRisk())
                && (!said.lineCut() || known.lineCut())
                && !said.vulnerable()
                && !said.aboutStaff()
                && !rules.judgedAnew(known.peopleAffected(), people);
    }

    /** Whether a dispatcher may say that it is another matter after all. */
    public boolean mayPart(Appeal own) {
        return own.mergedInto() != null && !own.confidential() && rows.stands(own.number());
    }

    /**
     * It is handled by itself from now on, and its times are counted from now.
     *
     * @throws Refusal if its resident did not join by himself, has taken his part back, or the matter has become confidential
     */
    @Transactional
    public void part(String number, Actor by) {
        duties.require(number, by.person(), Duty.MERGING);
        var before = appeals.get(number);
        // In one order, as merging holds them.
        Stream.of(number, before.mergedInto() == null ? number : before.mergedInto())
                .sorted()
                .forEach(appeals::lock);
        var own = appeals.get(number);
        if (!mayPart(own)) {
            throw Refusal.conflict("这件诉求不是居民自己选择并入的，或者已经分开，不能分开办理。", "Its resident did not join another matter.");
        }
        var part = reporters.part(own);
        if (part.me().withdrawn()) {
            throw Refusal.conflict("这位反映人已经撤回，不用再分开办理。", "This reporter has withdrawn.");
        }
        var left = "一位反映人说的不是同一事项，已分开办理，还有 " + (part.voices() - 1) + " 人反映";
        appeals.openEvenEnded(own.mergedInto())
                .told((n, round, at) -> new AppealEvent.ReporterActed(n, round, at, by, left, false));
        appeals.part(number);
        rows.undone(number, by.person());
        appeals.open(number)
                .told((n, round, at) ->
                        new AppealEvent.ReporterActed(n, round, at, by, "经核对不是同一事项，从合并办理中分出，单独办理，时限从现在算起", true));
        workflow.submitted(appeals.get(number));
    }
}
