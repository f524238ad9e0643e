package org.minqing.desk.tasks;

import java.util.List;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What somebody reads whose task is gone, with the way back to the others: he did nothing wrong. */
@Component
class Mishaps {

    private final List<ForeignProblem> translators;

    Mishaps(List<ForeignProblem> translators) {
        this.translators = translators;
    }

    /** Null if something else than the answers was refused. */
    InvalidInput invalid(RuntimeException e) {
        return InvalidInput.in(e).orElse(null);
    }

    /** The task is done, or in other hands, or never was this person's: all look alike. */
    ModelAndView gone(StaffMember person) {
        return page(person, Refusal.notFound());
    }

    /** @throws RuntimeException the same, if it is no refusal that a person could understand */
    ModelAndView refused(StaffMember person, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return page(person, refusal, e);
            }
        }
        return translators.stream()
                .flatMap(translator -> translator.translate(e).stream())
                .findFirst()
                .map(refusal -> page(person, refusal, e))
                .orElseThrow(() -> e);
    }

    private static ModelAndView page(StaffMember person, Refusal refusal, RuntimeException e) {
        if (refusal.kind() != Refusal.Kind.NOT_FOUND && refusal.kind() != Refusal.Kind.CONFLICT) {
            throw e;
        }
        return page(person, refusal);
    }

    private static ModelAndView page(StaffMember person, Refusal refusal) {
        var conflict = refusal.kind() == Refusal.Kind.CONFLICT;
        var page = new ModelAndView("desk/task-gone")
                .addObject("person", person)
                .addObject("why", conflict ? refusal.zh() : null);
        page.setStatus(conflict ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND);
        return page;
    }
}
