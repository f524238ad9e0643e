package org.minqing.desk.appeal;

import java.time.InstantSource;
import java.util.List;
import org.minqing.joint.Consultations;
import org.minqing.joint.JointRequest;
import org.minqing.joint.Opinions;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Tells who was asked for an opinion, what came of it, and who sat together. */
@Component
class JointLines {

    private final Opinions opinions;
    private final Consultations consultations;
    private final InstantSource clock;

    JointLines(Opinions opinions, Consultations consultations, InstantSource clock) {
        this.opinions = opinions;
        this.consultations = consultations;
        this.clock = clock;
    }

    /** Of all rounds, oldest first. */
    List<AppealSheet.JointLine> of(String number) {
        return opinions.of(number).stream().map(this::line).toList();
    }

    List<AppealSheet.ConsultationLine> consultations(String number) {
        return consultations.of(number).stream()
                .map(c -> new AppealSheet.ConsultationLine(
                        Times.iso(c.heldAt()), c.personAs(), c.tookPart(), c.outcome()))
                .toList();
    }

    private AppealSheet.JointLine line(JointRequest r) {
        var due = r.waits() ? opinions.dueAt(r) : r.dueAt();
        var o = r.opinion();
        return new AppealSheet.JointLine(
                r.holding(),
                opinions.label(r),
                r.round(),
                r.question(),
                Times.iso(due),
                state(r, clock.instant().isAfter(due)),
                o == null ? null : o.position().code(),
                o == null ? null : Times.words(o.at()) + " " + o.personAs(),
                o == null ? null : o.text(),
                o == null ? null : o.figure(),
                r.end() == null ? null : r.end().words());
    }

    private static String state(JointRequest r, boolean late) {
        if (r.opinion() != null) {
            return "given";
        }
        if (r.end() != null) {
            return r.end().released() ? "released" : "lapsed";
        }
        return late ? "late" : "waiting";
    }
}
