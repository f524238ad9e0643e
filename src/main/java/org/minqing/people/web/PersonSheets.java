package org.minqing.people.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.organisation.Localities;
import org.minqing.people.Account;
import org.minqing.people.Closing;
import org.minqing.people.People;
import org.minqing.people.StaffAccounts;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one account, with what was typed there or what is kept. */
@Component
class PersonSheets {

    private final People people;
    private final StaffAccounts accounts;
    private final Closing closing;
    private final PostChoices choices;
    private final TaskLines tasks;
    private final ActLines acts;
    private final Localities localities;

    PersonSheets(
            People people,
            StaffAccounts accounts,
            Closing closing,
            PostChoices choices,
            TaskLines tasks,
            ActLines acts,
            Localities localities) {
        this.people = people;
        this.accounts = accounts;
        this.closing = closing;
        this.choices = choices;
        this.tasks = tasks;
        this.acts = acts;
        this.localities = localities;
    }

    ModelAndView page(StaffMember person, Account account, TypedPerson typed, Map<String, String> problems) {
        var closed = account.closed();
        var found = acts.find(null, account.userId(), 1);
        return new ModelAndView("people/person")
                .addObject("person", person)
                .addObject("account", account)
                .addObject("line", people.line(account))
                .addObject("self", account.userId().equals(person.userId()))
                .addObject("typed", typed)
                .addObject("chosen", choices.chosen(typed.posts()))
                .addObject("units", choices.of(typed.locality(), typed.posts()))
                .addObject("localities", localities.all())
                .addObject("tasks", tasks.of(accounts.heldBy(Set.of(account.userId()))))
                .addObject("closedAt", closed == null ? null : Times.iso(closed.at()))
                .addObject(
                        "kept",
                        closed == null
                                ? List.of()
                                : closing.kept(account).stream()
                                        .map(people::label)
                                        .toList())
                .addObject("acts", found.rows())
                .addObject("problems", problems);
    }
}
