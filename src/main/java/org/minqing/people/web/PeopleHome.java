package org.minqing.people.web;

import java.util.Map;
import org.minqing.people.Account;
import org.minqing.people.People;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** How many accounts there are, for whoever looks after them. */
@Component
class PeopleHome implements HomePart {

    private final People people;

    PeopleHome(People people) {
        this.people = people;
    }

    @Override
    public Rank rank() {
        return Rank.ADMINISTER;
    }

    @Override
    public String template() {
        return "people/home";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.administrator();
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        var all = people.all();
        var open = all.stream().filter(Account::open).toList();
        return Map.of(
                "accountsOpen",
                open.size(),
                "accountsClosed",
                all.size() - open.size(),
                "accountsWithoutPost",
                open.stream()
                        .filter(it -> it.groups().isEmpty() && !it.administrator())
                        .count());
    }
}
