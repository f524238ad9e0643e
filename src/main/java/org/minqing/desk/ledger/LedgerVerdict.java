package org.minqing.desk.ledger;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.minqing.appeal.Appeals;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.minqing.sla.ledger.BackgroundVerification;
import org.minqing.sla.ledger.Verification;
import org.minqing.sla.ledger.Verification.FirstBad;
import org.minqing.sla.ledger.Verification.Result;
import org.minqing.sla.ledger.VerificationRun;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** Verifies the ledger of all localities, because one chain of seals holds them together, and names appeals of one's own. */
@Service
class LedgerVerdict {

    /**
     * @param percent of the rows that there were when it began
     * @param result  null until it has ended
     */
    public record Sheet(String state, String startedAt, String endedAt, long percent, Result result) {

        public boolean running() {
            return state.equals(VerificationRun.State.RUNNING.name());
        }
    }

    private final BackgroundVerification background;
    private final Verification verification;
    private final Appeals appeals;

    LedgerVerdict(BackgroundVerification background, Verification verification, Appeals appeals) {
        this.background = background;
        this.verification = verification;
        this.appeals = appeals;
    }

    /**
     * For programs, which wait.
     *
     * @throws Refusal if the file of anchors cannot be read
     */
    Result of(StaffMember person) {
        try {
            return own(verification.verify(), person);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new Refusal(
                    Refusal.Kind.POLICY,
                    "锚点文件读不出来，请系统管理员检查。",
                    "The file of anchors cannot be read; an administrator must look.");
        }
    }

    void start(StaffMember person) {
        background.start(person.userId());
    }

    /** The last one; empty if nobody has verified it yet. */
    Optional<Sheet> latest(StaffMember person) {
        return background
                .latest()
                .map(run -> new Sheet(
                        run.state().name(),
                        Times.words(run.startedAt()),
                        run.endedAt() == null ? null : Times.words(run.endedAt()),
                        run.total() == 0 ? 100 : Math.min(100, run.seen() * 100 / run.total()),
                        run.result() == null ? null : own(run.result(), person)));
    }

    private Result own(Result r, StaffMember person) {
        return r.sound()
                ? r
                : new Result(r.rows(), r.appeals(), r.seals(), r.anchors(), false, own(r.firstBad(), person));
    }

    private FirstBad own(FirstBad bad, StaffMember person) {
        var own = bad.appeal() != null
                && appeals.find(bad.appeal())
                        .filter(a -> a.locality().equals(person.locality()))
                        .isPresent();
        return own ? bad : new FirstBad(bad.id(), null, bad.what());
    }
}
