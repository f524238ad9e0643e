package org.minqing.people.web;

import java.util.List;
import java.util.Map;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.people.Handback;
import org.minqing.people.Moving;
import org.minqing.people.Passwords;
import org.minqing.people.People;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One account: name and posts, password, and what was done about it. */
@Controller
class PersonPages implements HoldsForm {

    private final People people;
    private final Moving moving;
    private final Passwords passwords;
    private final PersonSheets sheets;
    private final TaskLines tasks;
    private final Holdings holdings;
    private final Localities localities;
    private final FieldMessages messages;

    PersonPages(
            People people,
            Moving moving,
            Passwords passwords,
            PersonSheets sheets,
            TaskLines tasks,
            Holdings holdings,
            Localities localities,
            FieldMessages messages) {
        this.people = people;
        this.moving = moving;
        this.passwords = passwords;
        this.sheets = sheets;
        this.tasks = tasks;
        this.holdings = holdings;
        this.localities = localities;
        this.messages = messages;
    }

    /** @param asked a locality that he is to work for instead; unlocked once that was done */
    @GetMapping("/admin/people/accounts/{user}")
    ModelAndView account(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("user") String user,
            @Query("locality unlocked") Map<String, String> asked) {
        var account = people.get(user);
        var now = holdings.localityOf(account.lastGroups()).map(Locality::code).orElse("");
        var locality = asked.getOrDefault("locality", now);
        if (!locality.isEmpty()) {
            localities.get(locality);
        }
        var posts = locality.equals(now) ? people.line(account).groups() : List.<String>of();
        var typed = new TypedPerson(locality, user, account.name(), posts, "", false, "");
        return sheets.page(person, account, typed, Map.of()).addObject("unlocked", asked.containsKey("unlocked"));
    }

    @PostMapping("/admin/people/accounts/{user}")
    ModelAndView move(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("user") String user,
            @RequestParam MultiValueMap<String, String> sent) {
        var account = people.get(user);
        var typed = TypedPerson.of(sent);
        if (typed.more()) {
            return sheets.page(person, account, typed, Map.of());
        }
        try {
            var handback = moving.before(user, typed.name(), typed.posts());
            if (!handback.nothing() && !handback.digest().equals(typed.seen())) {
                var shown = confirm(person, user, typed, handback);
                return typed.seen().isEmpty()
                        ? shown
                        : PageAnswer.refused(shown.addObject("again", true), HttpStatus.CONFLICT);
            }
            moving.move(person, user, typed.name(), typed.posts(), handback.digest());
            return PageAnswer.seeOther("/admin/people/accounts/" + user);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(sheets.page(person, account, typed, messages.of(e)));
        }
    }

    @PostMapping("/admin/people/accounts/{user}/password")
    ModelAndView renew(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("user") String user,
            @RequestParam(name = "password", defaultValue = "") String typed) {
        var account = people.get(user);
        try {
            return PasswordPage.of(person, account, passwords.renew(person, user, typed), typed.isEmpty());
        } catch (InvalidInput e) {
            var unchanged = new TypedPerson(
                    holdings.localityOf(account.lastGroups())
                            .map(Locality::code)
                            .orElse(""),
                    user,
                    account.name(),
                    people.line(account).groups(),
                    "",
                    false,
                    "");
            return PageAnswer.badRequest(sheets.page(person, account, unchanged, messages.of(e)));
        }
    }

    @PostMapping("/admin/people/accounts/{user}/unlock")
    ModelAndView unlock(@AuthenticationPrincipal StaffMember person, @PathVariable("user") String user) {
        passwords.unlock(person, user);
        return PageAnswer.seeOther("/admin/people/accounts/" + user + "?unlocked=true");
    }

    private ModelAndView confirm(StaffMember person, String user, TypedPerson typed, Handback handback) {
        return new ModelAndView("people/move")
                .addObject("person", person)
                .addObject("name", typed.name())
                .addObject("action", "/admin/people/accounts/" + user)
                .addObject("typed", typed)
                .addObject("posts", typed.posts().stream().map(people::label).toList())
                .addObject("tasks", tasks.of(handback.tasks()))
                .addObject(
                        "vacant", handback.vacant().stream().map(people::label).toList())
                .addObject("seen", handback.digest());
    }
}
