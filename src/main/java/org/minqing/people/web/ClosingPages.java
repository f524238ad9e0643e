package org.minqing.people.web;

import java.util.Map;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.people.Closing;
import org.minqing.people.People;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Closes an account, after showing what becomes of the work in its hand, and opens it again. */
@Controller
class ClosingPages implements HoldsForm {

    private final Closing closing;
    private final People people;
    private final TaskLines tasks;
    private final FieldMessages messages;

    ClosingPages(Closing closing, People people, TaskLines tasks, FieldMessages messages) {
        this.closing = closing;
        this.people = people;
        this.tasks = tasks;
        this.messages = messages;
    }

    @GetMapping("/admin/people/accounts/{user}/close")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person, @PathVariable("user") String user) {
        return page(person, user, "", Map.of());
    }

    @PostMapping("/admin/people/accounts/{user}/close")
    ModelAndView close(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("user") String user,
            @RequestParam(name = "why", defaultValue = "") String reason,
            @RequestParam(name = "seen", defaultValue = "") String seen) {
        closing.requireClosable(person, user);
        if (!closing.before(user).digest().equals(seen)) {
            return PageAnswer.refused(
                    page(person, user, reason, Map.of()).addObject("again", true), HttpStatus.CONFLICT);
        }
        try {
            closing.close(person, user, reason.strip(), seen);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, user, reason, messages.of(e)));
        }
        return PageAnswer.seeOther("/admin/people/accounts/" + user);
    }

    @PostMapping("/admin/people/accounts/{user}/reopen")
    ModelAndView reopen(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("user") String user,
            @RequestParam(name = "posts", defaultValue = "") String withPosts) {
        closing.reopen(person, user, withPosts.equals("true"));
        return PageAnswer.seeOther("/admin/people/accounts/" + user);
    }

    @PostMapping("/admin/people/accounts/{user}/release")
    ModelAndView release(@AuthenticationPrincipal StaffMember person, @PathVariable("user") String user) {
        closing.releaseTheRest(person, user);
        return PageAnswer.seeOther("/admin/people/accounts/" + user);
    }

    private ModelAndView page(StaffMember person, String user, String reason, Map<String, String> problems) {
        var account = closing.requireClosable(person, user);
        var handback = closing.before(user);
        return new ModelAndView("people/close")
                .addObject("person", person)
                .addObject("line", people.line(account))
                .addObject("tasks", tasks.of(handback.tasks()))
                .addObject("count", handback.tasks().size())
                .addObject(
                        "vacant", handback.vacant().stream().map(people::label).toList())
                .addObject("seen", handback.digest())
                .addObject("reason", reason)
                .addObject("problems", problems);
    }
}
