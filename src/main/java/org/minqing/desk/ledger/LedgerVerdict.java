package org.minqing.desk.ledger;

import java.io.UncheckedIOException;
import org.minqing.appeal.Appeals;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.minqing.sla.ledger.Verification;
import org.minqing.sla.ledger.Verification.FirstBad;
import org.minqing.sla.ledger.Verification.Result;
import org.springframework.stereotype.Service;

/** Verifies the ledger of all localities, because one chain of seals holds them together, and names appeals of one's own. */
@Service
class LedgerVerdict {

    private final Verification verification;
    private final Appeals appeals;

    LedgerVerdict(Verification verification, Appeals appeals) {
        this.verification = verification;
        this.appeals = appeals;
    }

    /** @throws Refusal if the file of anchors cannot be read */
    Result of(StaffMember person) {
        try {
            var r = verification.verify();
            return r.sound()
                    ? r
                    : new Result(r.rows(), r.appeals(), r.seals(), r.anchors(), false, own(r.firstBad(), person));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new Refusal(
                    Refusal.Kind.POLICY,
                    "锚点文件读不出来，请系统管理员检查。",
                    "The file of anchors cannot be read; an administrator must look.");
        }
    }

    private FirstBad own(FirstBad bad, StaffMember person) {
        var own = bad.appeal() != null
                && appeals.find(bad.appeal())
                        .filter(a -> a.locality().equals(person.locality()))
                        .isPresent();
        return own ? bad : new FirstBad(bad.id(), null, bad.what());
    }
}
