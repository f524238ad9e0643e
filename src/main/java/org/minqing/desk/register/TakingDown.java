package org.minqing.desk.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.access.Registrar;
import org.minqing.appeal.Actor;
import org.minqing.intake.Attempt;
import org.minqing.intake.Intake;
import org.minqing.intake.Receipt;
import org.minqing.intake.Submission;
import org.minqing.intake.SubmissionReader;
import org.minqing.intake.TypedSubmission;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Takes an appeal down for a resident: what whoever writes it may leave out, and what he may not name. Then the way of all. */
@Component
class TakingDown {

    /** What nobody outside can send: his name is secret enough for a key that nobody hits on. */
    private static final String WRITTEN_BY = "登记 ";

    private final SubmissionReader reader;
    private final Intake intake;

    TakingDown(SubmissionReader reader, Intake intake) {
        this.reader = reader;
        this.intake = intake;
    }

    /** From a page, where a photo that comes twice has two ids: the same words are the same appeal. */
    Receipt file(StaffMember person, Registrar by, ObjectNode body, String key) {
        return file(person, by, body, key, TypedSubmission.words(body));
    }

    /**
     * @param body as for every other door; without a locality it is that of the registrar
     * @param key  the same for the same appeal, however often it is sent
     * @param same what makes two requests with that key the same one
     * @throws InvalidInput naming each field that cannot be accepted
     */
    Receipt file(StaffMember person, Registrar by, ObjectNode body, String key, String same) {
        var hash = DigestUtils.sha256Hex(same);
        if (blank(body.path("locality"))) {
            body.put("locality", by.locality().code());
        }
        return intake.accept(
                read(by, body),
                Attempt.of(key, hash).by(WRITTEN_BY + person.userId()),
                new Actor(person.userId(), by.as().label()));
    }

    private Submission read(Registrar by, ObjectNode body) {
        var submission = reader.read(body);
        if (!submission.locality().equals(by.locality().code())) {
            throw new InvalidInput("locality", "不是您所在的镇街", "is not yours");
        }
        if (!by.takes(submission.channel())) {
            throw new InvalidInput("channel", "这个渠道不在这里登记", "is not taken down here");
        }
        var unit = body.path("location").path("unit");
        if (blank(unit) ? !by.atDesk() : !by.covers(submission.unit())) {
            throw new InvalidInput("location.unit", "请选择您负责的网格或村（社区）", "is none of your units");
        }
        return submission;
    }

    private static boolean blank(JsonNode text) {
        return text.isMissingNode()
                || text.isNull()
                || text.isTextual() && text.asText().isBlank();
    }
}
