package org.minqing.people.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.organisation.Localities;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.people.AccountRules;
import org.minqing.people.Opening;
import org.minqing.people.People;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new account: first where, then who and which post. */
@Controller
class NewPersonPages implements HoldsForm {

    /** In place of a locality: whoever runs the system works for none. */
    private static final String ADMINISTRATOR = "administrator";

    private final Opening opening;
    private final People people;
    private final PostChoices choices;
    private final Localities localities;
    private final FieldMessages messages;

    NewPersonPages(Opening opening, People people, PostChoices choices, Localities localities, FieldMessages messages) {
        this.opening = opening;
        this.people = people;
        this.choices = choices;
        this.localities = localities;
        this.messages = messages;
    }

    @GetMapping("/admin/people/new")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person, @Query("locality") Map<String, String> asked) {
        var locality = asked.get("locality");
        if (locality == null) {
            return new ModelAndView("people/where")
                    .addObject("person", person)
                    .addObject("localities", localities.all());
        }
        requireKnown(locality);
        var suggestion = AccountRules.suggestion(locality.equals(ADMINISTRATOR) ? "admin" : locality, taken());
        return page(person, new TypedPerson(locality, suggestion, "", List.of(), "", false, ""), Map.of());
    }

    @PostMapping("/admin/people/new")
    ModelAndView open(@AuthenticationPrincipal StaffMember person, @RequestParam MultiValueMap<String, String> sent) {
        var typed = TypedPerson.of(sent);
        requireKnown(typed.locality());
        if (typed.more()) {
            return page(person, typed, Map.of());
        }
        try {
            var password = opening.open(
                    person,
                    new Opening.NewAccount(
                            typed.user(),
                            typed.name(),
                            typed.posts(),
                            typed.locality().equals(ADMINISTRATOR),
                            typed.password()));
            return PasswordPage.of(
                    person, people.get(typed.user()), password, typed.password().isEmpty());
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, typed, messages.of(e)));
        }
    }

    private void requireKnown(String locality) {
        if (!locality.equals(ADMINISTRATOR) && localities.find(locality).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private ModelAndView page(StaffMember person, TypedPerson typed, Map<String, String> problems) {
        return new ModelAndView("people/new")
                .addObject("person", person)
                .addObject("typed", typed)
                .addObject("administrator", typed.locality().equals(ADMINISTRATOR))
                .addObject(
                        "localityName",
                        localities.find(typed.locality()).map(l -> l.name()).orElse(""))
                .addObject("chosen", choices.chosen(typed.posts()))
                .addObject("units", choices.of(typed.locality(), typed.posts()))
                .addObject("problems", problems);
    }

    private Set<String> taken() {
        return AccountRules.taken(people.all());
    }
}
