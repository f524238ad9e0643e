package org.minqing.desk.supervision;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.minqing.organisation.Localities;
import org.minqing.problem.Parameters;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The supervisor's desk (督办台): the day in numbers, and from there down to one appeal. */
@Controller
class SupervisionPages {

    private final Backlog backlog;
    private final OpenAppeals open;
    private final BacklogQuestions questions;
    private final SupervisionRules rules;
    private final Localities localities;

    SupervisionPages(
            Backlog backlog,
            OpenAppeals open,
            BacklogQuestions questions,
            SupervisionRules rules,
            Localities localities) {
        this.backlog = backlog;
        this.open = open;
        this.questions = questions;
        this.rules = rules;
        this.localities = localities;
    }

    /** Read it now, while a session can still be opened: a long page is on its way before its form is reached. */
    @ModelAttribute
    void readToken(CsrfToken token) {
        token.getToken();
    }

    /** @throws org.minqing.problem.InvalidInput if a parameter is given: there is none */
    @GetMapping("/desk/supervision")
    ModelAndView desk(@AuthenticationPrincipal StaffMember person, HttpServletRequest request) {
        Parameters.read(request.getParameterMap(), Set.of());
        var view = backlog.of(person.locality());
        return new ModelAndView("supervision")
                .addObject("person", person)
                .addObject("localityName", localities.get(person.locality()).name())
                .addObject("summary", view.summary())
                .addObject("matrix", view.matrix());
    }

    /** @throws org.minqing.problem.InvalidInput if a parameter is unknown or names nothing: the page only links what there is */
    @GetMapping("/desk/supervision/appeals")
    ModelAndView appeals(@AuthenticationPrincipal StaffMember person, HttpServletRequest request) {
        var asked = Parameters.read(request.getParameterMap(), BacklogQuestions.WITH_PAGE);
        var locality = localities.get(person.locality());
        return new ModelAndView("supervision-appeals")
                .addObject("person", person)
                .addObject("units", locality.units())
                .addObject("bands", rules.bands())
                .addObject("asked", asked)
                .addObject("query", query(asked))
                .addObject("found", open.find(locality.code(), questions.read(locality, asked)));
    }

    /** What was asked, as the end of an address; the page left out. */
    private static String query(Map<String, String> asked) {
        var uri = UriComponentsBuilder.newInstance();
        asked.forEach((name, value) -> {
            if (BacklogQuestions.FILTERS.contains(name)) {
                uri.queryParam(name, "{" + name + "}");
            }
        });
        var query = uri.encode().buildAndExpand(asked).getQuery();
        return query == null ? "" : query;
    }
}
