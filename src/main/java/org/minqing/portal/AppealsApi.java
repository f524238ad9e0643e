package org.minqing.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.addition.Additions;
import org.minqing.appeal.Actor;
import org.minqing.feedback.ContactGuard;
import org.minqing.feedback.RatingReader;
import org.minqing.intake.Attempt;
import org.minqing.intake.Intake;
import org.minqing.intake.SubmissionReader;
import org.minqing.limits.Limits;
import org.minqing.merging.ReporterActs;
import org.minqing.problem.Fields;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Landlines;
import org.minqing.problem.Sent;
import org.minqing.question.ResidentQuestions;
import org.minqing.review.ReviewRequests;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What programs do for residents. The contract is in {@code src/docs/api.md}. */
@RestController
class AppealsApi {

    private final SubmissionReader reader;
    private final Intake intake;
    private final Tracking tracking;
    private final ReporterActs acts;
    private final ContactGuard contacts;
    private final ResidentQuestions questions;
    private final ReviewRequests requests;
    private final Additions additions;
    private final Limits limits;
    private final JoinedFiling joined;

    AppealsApi(
            SubmissionReader reader,
            Intake intake,
            Tracking tracking,
            ReporterActs acts,
            ContactGuard contacts,
            ResidentQuestions questions,
            ReviewRequests requests,
            Additions additions,
            Limits limits,
            JoinedFiling joined) {
        this.reader = reader;
        this.intake = intake;
        this.tracking = tracking;
        this.acts = acts;
        this.contacts = contacts;
        this.questions = questions;
        this.requests = requests;
        this.additions = additions;
        this.limits = limits;
        this.joined = joined;
    }

    @PostMapping("/api/appeals")
    ResponseEntity<String> submit(
            HttpServletRequest request,
            Sent sent,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestHeader(name = "Client-Secret", required = false) String secret) {
        request.setAttribute(Landlines.LOCALITY, sent.json().path("locality").asText());
        var massed = limits.submission(request);
        if (key == null || !key.matches("[\\x21-\\x7e]{8,64}")) {
            throw new InvalidInput(
                    "Idempotency-Key", "请求头必填，8 到 64 个可见字符", "header is required, 8 to 64 printable characters");
        }
        if (secret != null && !secret.matches("[\\x21-\\x7e]{22,128}")) {
            throw new InvalidInput(
                    "Client-Secret", "请求头应为 22 到 128 个可见字符", "header has 22 to 128 printable characters");
        }
        var receipt = intake.accept(
                reader.read(withoutOffer(sent.json())),
                Attempt.of(key, DigestUtils.sha256Hex(sent.bytes())).by(secret),
                Actor.RESIDENT,
                massed,
                joined.by(sent.words(ResidentPages.JOINS), massed));
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(receipt.answer());
    }

    /** With which matter he wants to be heard is nothing of the appeal itself. */
    private static JsonNode withoutOffer(JsonNode json) {
        return json.isObject() ? json.<ObjectNode>deepCopy().without(ResidentPages.JOINS) : json;
    }

    @GetMapping("/api/track/{code}")
    TrackedAppeal track(@PathVariable("code") String code) {
        return tracking.of(code);
    }

    @PostMapping("/api/track/{code}/rating")
    Map<String, String> rate(@PathVariable("code") String code, Sent sent) {
        acts.rate(
                code,
                RatingReader.read(
                        sent.json(), TrackedResult.questionOf(tracking.of(code).result())));
        return Map.of("status", tracking.of(code).status());
    }

    @PostMapping("/api/track/{code}/contact")
    Map<String, Boolean> contact(@PathVariable("code") String code, @Fields("reached") Sent sent) {
        var reached = sent.truth("reached");
        contacts.answered(code, reached);
        return Map.of("reached", reached);
    }

    @PostMapping("/api/track/{code}/answer")
    Map<String, Object> answer(@PathVariable("code") String code, @Fields({"question", "answer"}) Sent sent) {
        questions.answer(code, ResidentQuestions.id(sent.words("question")), sent.words("answer"));
        return Map.of("questions", tracking.of(code).questions());
    }

    @PostMapping("/api/track/{code}/addition")
    Map<String, Object> add(@PathVariable("code") String code, @Fields("addition") Sent sent) {
        additions.add(code, sent.words("addition"));
        return Map.of("additions", tracking.of(code).additions());
    }

    @PostMapping("/api/track/{code}/review")
    Map<String, Object> review(@PathVariable("code") String code, @Fields("reason") Sent sent) {
        requests.ask(code, sent.words("reason"));
        return Map.of("review", tracking.of(code).review());
    }

    @PostMapping("/api/track/{code}/review/withdrawal")
    Map<String, Object> withdrawReview(@PathVariable("code") String code, @Fields Sent nothing) {
        requests.withdraw(code);
        return Map.of("review", tracking.of(code).review());
    }

    @PostMapping("/api/track/{code}/withdrawal")
    Map<String, String> withdraw(@PathVariable("code") String code, @Fields Sent nothing) {
        acts.withdraw(code);
        return Map.of("status", tracking.of(code).status());
    }
}
