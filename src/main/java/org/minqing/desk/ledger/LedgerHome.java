package org.minqing.desk.ledger;

import java.util.HashMap;
import java.util.Map;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.minqing.sla.Alarms;
import org.minqing.sla.ledger.LedgerReading;
import org.springframework.stereotype.Component;

/** An auditor begins with what is sealed, what was verified, and which alarms nobody has taken. */
@Component
class LedgerHome implements HomePart {

    private final LedgerReading reading;
    private final LedgerVerdict verdict;
    private final Alarms alarms;

    LedgerHome(LedgerReading reading, LedgerVerdict verdict, Alarms alarms) {
        this.reading = reading;
        this.verdict = verdict;
        this.alarms = alarms;
    }

    @Override
    public Rank rank() {
        return Rank.AUDIT;
    }

    @Override
    public String template() {
        return "ledger/home";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.is(Role.AUDITOR);
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        var model = new HashMap<String, Object>();
        model.put("seal", reading.newestSeal().orElse(null));
        model.put("verified", verdict.latest(person).orElse(null));
        model.put("untaken", alarms.untaken(person.locality()));
        return model;
    }
}
