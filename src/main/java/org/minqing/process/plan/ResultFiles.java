package org.minqing.process.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.minqing.attachment.Attachment;
import org.minqing.attachment.AttachmentKind;
import org.minqing.attachment.AttachmentUse;
import org.minqing.attachment.Attachments;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.process.task.Completion;
import org.springframework.stereotype.Component;

/** The photos and documents that come with a result, each where the form says what it shows. */
@Component
class ResultFiles {

    /** A field of the form, and what a file in it shows. */
    private record Place(String field, AttachmentUse use) {}

    private static final List<Place> PLACES = List.of(
            new Place("beforeFiles", AttachmentUse.BEFORE),
            new Place("afterFiles", AttachmentUse.AFTER),
            new Place("proofFiles", AttachmentUse.EVIDENCE));

    /**
     * What came, in words.
     *
     * @param before how it was, which proves nothing; empty if that did not come
     * @param proofs what can prove a result; empty if nothing of it came
     */
    record Words(String before, String proofs) {

        /** @param told whether the proofs stand somewhere else already */
        String rest(boolean told) {
            var rest = told || proofs.isEmpty() ? before : before.isEmpty() ? proofs : before + "、" + proofs;
            return rest.isEmpty() ? "" : "（附" + rest + "）";
        }
    }

    private final Attachments attachments;

    ResultFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * The appeal takes them up.
     *
     * @throws InvalidInput if one of them cannot be used, or there are too many
     */
    Words take(Completion done) {
        var before = new ArrayList<String>();
        var proofs = new ArrayList<String>();
        for (var place : PLACES) {
            (place.use() == AttachmentUse.BEFORE ? before : proofs).addAll(words(place.use(), taken(done, place)));
        }
        return new Words(String.join("、", before), String.join("、", proofs));
    }

    private List<Attachment> taken(Completion done, Place place) {
        try {
            return attachments.take(
                    done.answers().files(place.field()),
                    done.number(),
                    place.use(),
                    done.by().person(),
                    place.field());
        } catch (InvalidInput e) {
            // Of a form, the whole field is marked.
            throw new InvalidInput(e.problems().stream()
                    .map(p -> new FieldProblem(place.field(), p.zh(), p.en()))
                    .collect(Collectors.toList()));
        }
    }

    private static List<String> words(AttachmentUse use, List<Attachment> files) {
        var words = new ArrayList<String>();
        for (var kind : AttachmentKind.values()) {
            var count = files.stream().filter(file -> file.kind() == kind).count();
            if (count > 0) {
                words.add(use.label() + kind.label() + " " + count + " 个");
            }
        }
        return words;
    }
}
