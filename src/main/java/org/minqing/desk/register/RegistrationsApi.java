package org.minqing.desk.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.minqing.access.Registering;
import org.minqing.limits.Limits;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a telephone sends that kept it while there was no network. The contract is in {@code src/docs/api.md}. */
@RestController
class RegistrationsApi {

    private final Registering registering;
    private final TakingDown takingDown;
    private final Limits limits;

    RegistrationsApi(Registering registering, TakingDown takingDown, Limits limits) {
        this.registering = registering;
        this.takingDown = takingDown;
        this.limits = limits;
    }

    @PostMapping("/api/registrations")
    ResponseEntity<String> register(
            @AuthenticationPrincipal StaffMember person,
            HttpServletRequest request,
            Sent sent,
            @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        var by = registering.of(person.groups()).orElseThrow(Refusal::notFound);
        limits.registration(request);
        // As long as a UUID: it may come back days later, from wherever he then is.
        if (key == null || !key.matches("[\\x21-\\x7e]{32,64}")) {
            throw new InvalidInput(
                    "Idempotency-Key", "请求头必填，32 到 64 个可见字符", "header is required, 32 to 64 printable characters");
        }
        var body = (ObjectNode) sent.json();
        // With its attachments: a program sends the same ids again, a page in a browser cannot.
        var receipt = takingDown.file(person, by, body, key, body.toString());
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(receipt.answer());
    }
}
