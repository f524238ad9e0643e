package org.minqing.household.sheet.web;

import java.util.Map;
import org.minqing.household.sheet.export.Exports;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** Whoever allows files of all households sees on his first page that one waits for him, and nothing where none does. */
@Component
class ExportsHome implements HomePart {

    private final Exports exports;

    ExportsHome(Exports exports) {
        this.exports = exports;
    }

    @Override
    public Rank rank() {
        return Rank.HOUSEHOLDS;
    }

    @Override
    public String template() {
        return "households/waiting";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return exports.waiting(person) > 0;
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        return Map.of("householdExportsWaiting", exports.waiting(person));
    }
}
