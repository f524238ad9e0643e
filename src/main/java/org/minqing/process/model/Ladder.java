package org.minqing.process.model;

import static org.minqing.process.AppealVariables.EVENT;
import static org.minqing.process.AppealVariables.LOCALITY;
import static org.minqing.process.AppealVariables.ROUND;
import static org.minqing.process.AppealVariables.RUNG;
import static org.minqing.process.AppealVariables.TIER;
import static org.minqing.process.AppealVariables.TRACK;
import static org.minqing.process.AppealVariables.URGENCY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Subjects;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.organisation.Localities;
import org.minqing.organisation.StandIns;
import org.minqing.process.decisions.DecisionAnswer;
import org.minqing.process.decisions.DecisionCatalogue;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.stereotype.Component;

/** Nobody supervises himself: a rung of {@code escalation-path.dmn} on which nobody else stands is passed over. */
@Component
class Ladder {

    private static final String TABLE = "escalationPath";

    /**
     * @param post      that supervises now
     * @param nextAfter after which the next rung comes; null if this is the last
     * @param passed    posts of the rungs that were passed over
     */
    record Rung(int number, String post, Duration nextAfter, List<String> passed) {

        /** The same where another post supervises, because that one may not see the appeal. */
        Rung at(String post) {
            return new Rung(number, post, nextAfter, passed);
        }

        /** As the ledger keeps it. */
        String detail() {
            return "post=" + post + (passed.isEmpty() ? "" : ";passed=" + String.join(",", passed));
        }
    }

    private final Appeals appeals;
    private final Localities localities;
    private final StandIns standIns;
    private final Subjects subjects;
    private final Duties duties;
    private final DecisionCatalogue catalogue;
    private final DecisionService decisions;
    private final ApplicationAuthority authority;

    Ladder(
            Appeals appeals,
            Localities localities,
            StandIns standIns,
            Subjects subjects,
            Duties duties,
            DecisionCatalogue catalogue,
            DecisionService decisions,
            ApplicationAuthority authority) {
        this.appeals = appeals;
        this.localities = localities;
        this.standIns = standIns;
        this.subjects = subjects;
        this.duties = duties;
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.authority = authority;
    }

    /** The first rung with somebody on it, from the one that the table has just answered. Above the last the stand-ins follow. */
    Rung reached(DelegateExecution execution, DecisionAnswer answered) {
        var number = execution.getProcessBusinessKey();
        var locality = localities.get(LOCALITY.get(execution));
        var place = appeals.get(number).unit();
        var recused = Stream.concat(subjects.of(number).stream(), duties.excluded(number, Duty.SUPERVISING).stream())
                .collect(Collectors.toUnmodifiableSet());
        var passed = new ArrayList<String>();
        var rung = RUNG.get(execution);
        var answer = answered;
        while (locality.holdersOf(answer.text("post"), place).stream().noneMatch(h -> standIns.left(h, recused))) {
            passed.add(answer.text("post"));
            var next = ask(execution, rung + 1);
            if (passed.contains(next.text("post"))) {
                var holders = standIns.holders(locality, answer.text("post"), place, recused);
                return holders.isEmpty()
                        ? new Rung(rung, answer.text("post"), after(answer), List.of())
                        : new Rung(rung, holders.get(0).post().code(), after(answer), passed);
            }
            answer = next;
            rung++;
        }
        return new Rung(rung, answer.text("post"), after(answer), passed);
    }

    private DecisionAnswer ask(DelegateExecution execution, int rung) {
        var facts = Variables.createVariables();
        EVENT.put(facts, EVENT.get(execution));
        URGENCY.put(facts, URGENCY.get(execution));
        TIER.put(facts, TIER.get(execution));
        ROUND.put(facts, ROUND.get(execution));
        TRACK.put(facts, TRACK.get(execution));
        RUNG.put(facts, rung);
        var tenant = catalogue.tenantOf(TABLE, LOCALITY.get(execution));
        var asked = decisions.evaluateDecisionByKey(TABLE).variables(facts);
        return authority.run(() -> new DecisionAnswer(
                (tenant == null ? asked.decisionDefinitionWithoutTenantId() : asked.decisionDefinitionTenantId(tenant))
                        .evaluate()
                        .getSingleResult()));
    }

    private static Duration after(DecisionAnswer answer) {
        var after = answer.text("nextRungAfter");
        return after.isEmpty() ? null : Duration.parse(after);
    }
}
