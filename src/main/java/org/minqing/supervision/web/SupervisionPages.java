package org.minqing.supervision.web;

import java.util.Map;
import org.minqing.merging.UnsolvedAfterwards;
import org.minqing.organisation.Localities;
import org.minqing.page.HoldsForm;
import org.minqing.page.Search;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.minqing.sla.due.DueState;
import org.minqing.supervision.Backlog;
import org.minqing.supervision.BacklogQuestions;
import org.minqing.supervision.OpenAppeals;
import org.minqing.supervision.SupervisionRules;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The supervisor's desk (督办台): the day in numbers, and from there down to one appeal. */
@Controller
class SupervisionPages implements HoldsForm {

    private final Backlog backlog;
    private final OpenAppeals open;
    private final BacklogQuestions questions;
    private final SupervisionRules rules;
    private final Localities localities;
    private final UnsolvedAfterwards unsolved;

    SupervisionPages(
            Backlog backlog,
            OpenAppeals open,
            BacklogQuestions questions,
            SupervisionRules rules,
            Localities localities,
            UnsolvedAfterwards unsolved) {
        this.backlog = backlog;
        this.open = open;
        this.questions = questions;
        this.rules = rules;
        this.localities = localities;
        this.unsolved = unsolved;
    }

    /** @throws org.minqing.problem.InvalidInput if a parameter is given: there is none */
    @GetMapping("/desk/supervision")
    ModelAndView desk(@AuthenticationPrincipal StaffMember person, @Query Map<String, String> none) {
        var view = backlog.of(person);
        return new ModelAndView("supervision/home")
                .addObject("person", person)
                .addObject("localityName", localities.get(person.locality()).name())
                .addObject("emergencies", open.inDanger(person))
                .addObject("late", DueState.LATE)
                .addObject("soon", DueState.SOON)
                .addObject("unsolved", unsolved.in(person.locality()))
                .addObject("summary", view.summary())
                .addObject("matrix", view.matrix());
    }

    /** @throws org.minqing.problem.InvalidInput if a parameter is unknown or names nothing: the page only links what there is */
    @GetMapping("/desk/supervision/appeals")
    ModelAndView appeals(
            @AuthenticationPrincipal StaffMember person,
            @Query({BacklogQuestions.FILTERS, "page"}) Map<String, String> asked) {
        var locality = localities.get(person.locality());
        var question = questions.read(locality, asked);
        return new ModelAndView("supervision/appeals")
                .addObject("person", person)
                .addObject("units", locality.units())
                .addObject("bands", rules.bands())
                .addObject("asked", asked)
                .addObject("late", DueState.LATE)
                .addObject("soon", DueState.SOON)
                .addObject("query", Search.query(question.filters()))
                .addObject("found", open.find(person, question));
    }
}
