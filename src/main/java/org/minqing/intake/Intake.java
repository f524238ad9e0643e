package org.minqing.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealNumber;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.NewAppeal;
import org.minqing.appeal.Subjects;
import org.minqing.appeal.kind.Categories;
import org.minqing.attachment.AttachmentUse;
import org.minqing.attachment.Attachments;
import org.minqing.hints.AppealHints;
import org.minqing.hints.Hints;
import org.minqing.hints.WordHints;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.problem.Refusal;
import org.minqing.relay.Relaying;
import org.minqing.relay.Relays;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes appeals in: the appeal, its key, its clocks and its process in one transaction, or none of them. */
@Service
public class Intake {

    private final IdempotencyKeys keys;
    private final AppealNumbers numbers;
    private final Appeals appeals;
    private final Localities localities;
    private final Clocks clocks;
    private final WordHints hints;
    private final AppealHints noted;
    private final Categories categories;
    private final Subjects subjects;
    private final Attachments attachments;
    private final Relays relays;
    private final Relaying relaying;
    private final JdbcClient jdbc;
    // Resolved late: the workflow needs the engine, and the engine's start form needs this class.
    private final ObjectProvider<AppealWorkflow> workflow;
    private final TransactionOperations transaction;
    private final ObjectMapper json;

    Intake(
            IdempotencyKeys keys,
            AppealNumbers numbers,
            Appeals appeals,
            Localities localities,
            Clocks clocks,
            WordHints hints,
            AppealHints noted,
            Categories categories,
            Subjects subjects,
            Attachments attachments,
            Relays relays,
            Relaying relaying,
            JdbcClient jdbc,
            ObjectProvider<AppealWorkflow> workflow,
            TransactionOperations transaction,
            ObjectMapper json) {
        this.keys = keys;
        this.numbers = numbers;
        this.appeals = appeals;
        this.localities = localities;
        this.clocks = clocks;
        this.hints = hints;
        this.noted = noted;
        this.categories = categories;
        this.subjects = subjects;
        this.attachments = attachments;
        this.relays = relays;
        this.relaying = relaying;
        this.jdbc = jdbc;
        this.workflow = workflow;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * @param by who writes it down: the resident or a member of staff
     * @throws Refusal if the key was used with another body
     */
    public Receipt accept(Submission submission, Attempt attempt, Actor by) {
        return accept(submission, attempt, by, false);
    }

    /**
     * As above.
     *
     * @param massed one of so many of one source that it waits behind others
     */
    public Receipt accept(Submission submission, Attempt attempt, Actor by, boolean massed) {
        return accept(submission, attempt, by, massed, own -> Optional.empty());
    }

    /**
     * As above.
     *
     * @param joining within the same transaction: of which matter it becomes part instead of being handled by itself; empty if of none
     */
    public Receipt accept(
            Submission submission,
            Attempt attempt,
            Actor by,
            boolean massed,
            Function<Appeal, Optional<Appeal>> joining) {
        var earlier = keys.earlier(attempt);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var locality = localities.get(submission.locality());
        var number = numbers.next(locality.numberPrefix());
        try {
            return transaction.execute(tx -> register(submission, locality, number, attempt, by, massed, joining));
        } catch (DuplicateKeyException e) {
            // A twin of this request was faster; everything of ours was rolled back.
            return keys.earlier(attempt).orElseThrow(() -> e);
        }
    }

    private Receipt register(
            Submission s,
            Locality locality,
            AppealNumber number,
            Attempt attempt,
            Actor by,
            boolean massed,
            Function<Appeal, Optional<Appeal>> joining) {
        var code = TrackingCodes.next();
        var channel = locality.channel(s.channel()).orElseThrow().name();
        // Outside the engine: it gets what is raised, and not because of which word.
        var hinted = hints.in(s.locality(), s.title(), s.description());
        var appeal = appeals.register(
                new NewAppeal(
                        number,
                        code,
                        s.locality(),
                        s.channel(),
                        s.type(),
                        s.category(),
                        s.unit(),
                        s.address(),
                        s.position(),
                        s.title(),
                        s.description(),
                        hinted.raised(s.facts()),
                        massed,
                        null),
                by,
                "通过" + channel + "提出诉求" + relays.words(s.relayedBy()));
        noted.noted(appeal.number(), hinted);
        if (s.name() != null || s.phone() != null) {
            jdbc.sql("insert into appeal_contact (appeal, name, phone, anonymous, notice) values (?, ?, ?, ?, ?)")
                    .params(appeal.number(), s.name(), s.phone(), s.anonymous(), s.notice())
                    .update();
        }
        attachments.take(s.attachments(), appeal.number(), AttachmentUse.FILED, by.person(), "attachments");
        relaying.keep(appeal.number(), s.relayedBy());
        if (s.accused() != null) {
            subjects.accused(appeal.number(), s.accused());
        }
        var joined = joining.apply(appeal);
        if (joined.isEmpty()) {
            workflow.getObject().submitted(appeal);
        }
        var answer = answer(appeals.get(appeal.number()), joined.orElse(appeal).number(), hinted);
        keys.remember(attempt, appeal.number(), answer, appeal.submittedAt());
        return new Receipt(appeal.number(), code, answer, false);
    }

    /** @param handled number under which it is handled, as whose part it is promised an answer */
    private String answer(Appeal a, String handled, Hints hinted) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("number", a.number());
        answer.put("trackingCode", a.trackingCode());
        var decision = a.decision().orElseThrow();
        answer.put("urgency", decision.urgency());
        answer.put("urgencyName", a.urgencyName());
        answer.put("tier", decision.tier().tier());
        answer.put("tierName", a.tierName());
        var all = clocks.of(handled);
        var promises = new LinkedHashMap<String, Object>();
        promises.put("respondBy", due(all, ClockKind.RESPOND));
        promises.put("resolveBy", due(all, ClockKind.RESOLVE));
        answer.put("promises", promises);
        answer.put("joined", !handled.equals(a.number()));
        answer.put("call", hinted.call());
        answer.put(
                "suggestedCategory",
                hinted.betterThan(a.category())
                        .flatMap(code -> categories.find(a.locality(), code))
                        .orElse(null));
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where an appeal of its type has no such clock. */
    private static String due(List<Clock> clocks, ClockKind kind) {
        return clocks.stream()
                .filter(c -> c.kind() == kind)
                .findFirst()
                .map(c -> Times.iso(c.dueAt()))
                .orElse(null);
    }
}
