package org.minqing.notice.web;

import java.util.Map;
import org.minqing.notice.outbox.Sendings;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** In red for whoever can mend it: nobody is told of anything outside of these pages. */
@Component
class NoticesHome implements HomePart {

    private final Sendings sendings;

    NoticesHome(Sendings sendings) {
        this.sendings = sendings;
    }

    @Override
    public Rank rank() {
        return Rank.WARNING;
    }

    @Override
    public String template() {
        return "notices/home";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.administrator() && !sendings.anybody();
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        return Map.of();
    }
}
