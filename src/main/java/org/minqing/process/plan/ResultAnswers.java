package org.minqing.process.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.minqing.code.Coded;
import org.minqing.handling.ResultOutcome;
import org.minqing.outcome.Evidence;
import org.minqing.outcome.EvidenceRules;
import org.minqing.outcome.Outcomes;
import org.minqing.process.task.Completion;
import org.springframework.stereotype.Component;

/** What completed forms say about a result: what came of it, and what proves it. Persons among that go into our table alone. */
@Component
public class ResultAnswers {

    private final EvidenceRules rules;
    private final Outcomes outcomes;
    private final ResultFiles files;

    ResultAnswers(EvidenceRules rules, Outcomes outcomes, ResultFiles files) {
        this.rules = rules;
        this.outcomes = outcomes;
        this.files = files;
    }

    static ResultOutcome outcome(Completion done) {
        return Coded.of(ResultOutcome.class, done.text("outcome"));
    }

    /**
     * Keeps what can be checked of it.
     *
     * @param what what was done, in the words of whoever did it
     * @return the result as the resident reads it
     * @throws org.minqing.problem.InvalidInput if somebody named no witness, no measure or no document, or a promise is over
     */
    String keep(Completion done, String what) {
        var outcome = outcome(done);
        var text = outcome.label() + "：" + what;
        if (outcome == ResultOutcome.TRANSFERRED) {
            var transfer = new Outcomes.Transfer(
                    done.text("receiver"), done.text("promise"), LocalDate.parse(done.text("promiseBy")));
            outcomes.transferred(done.number(), transfer);
            text += "（" + transfer.words() + "）";
        }
        var attached = files.take(done);
        var evidence = evidence(done, attached.proofs());
        if (evidence != null) {
            outcomes.prove(done.number(), outcome.code(), evidence);
            text += "（" + evidence.words() + "）";
        }
        return text + attached.rest(evidence != null && evidence.kind() == Evidence.Kind.DOCUMENT);
    }

    private Evidence evidence(Completion done, String proofs) {
        var kind = Coded.find(Evidence.Kind.class, done.text("evidenceKind"));
        if (kind.isEmpty()) {
            return proofs.isEmpty() ? null : Evidence.document(proofs);
        }
        return switch (kind.get()) {
            case DOCUMENT -> rules.document(done.text("evidence"), proofs);
            case WITNESS -> rules.witness(done.text("witnessName"), done.text("witnessReach"));
            case FIGURE ->
                rules.figure(
                        done.text("figureWhat"),
                        new BigDecimal(
                                done.answers().values().get("figureAmount").toString()),
                        done.text("figureUnit"));
        };
    }
}
