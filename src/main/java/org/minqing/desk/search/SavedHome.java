package org.minqing.desk.search;

import java.util.Map;
import org.minqing.saved.SavedSearches;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** The lists that somebody keeps, one tap away. */
@Component
class SavedHome implements HomePart {

    private final SavedSearches searches;

    SavedHome(SavedSearches searches) {
        this.searches = searches;
    }

    @Override
    public Rank rank() {
        return Rank.KEPT;
    }

    @Override
    public String template() {
        return "home/saved";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.locality() != null;
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        return Map.of("saved", searches.of(person.userId()));
    }
}
