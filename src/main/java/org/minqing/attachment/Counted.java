package org.minqing.attachment;

import java.util.Collection;
import java.util.List;
import org.minqing.problem.InvalidInput;

/** How many attachments an appeal may have. */
record Counted(AttachmentRules rules, List<Attachment> already) {

    /** @throws InvalidInput if these are too many */
    void check(Collection<Attachment> more, String field) {
        for (var kind : AttachmentKind.values()) {
            var most = rules.of(kind).most();
            if (more.stream().filter(a -> a.kind() == kind).count() > most) {
                throw new InvalidInput(
                        field,
                        kind.label() + "一次最多 " + most + " 个",
                        "at most " + most + " of kind " + kind.code() + " at once");
            }
        }
        if (already.size() + more.size() > rules.mostOfAppeal()) {
            throw new InvalidInput(
                    field,
                    "一件诉求最多 " + rules.mostOfAppeal() + " 个附件",
                    "an appeal has at most " + rules.mostOfAppeal() + " attachments");
        }
    }
}
