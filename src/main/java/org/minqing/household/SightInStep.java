package org.minqing.household;

import java.util.ArrayList;
import org.minqing.organisation.Localities;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the database which posts see the households of which units: it hides all others. Who holds a post it knows itself. */
@Component
public class SightInStep {

    private final Localities localities;
    private final HouseholdRules rules;
    private final HouseholdAccess access;
    private final JdbcClient jdbc;

    SightInStep(Localities localities, HouseholdRules rules, HouseholdAccess access, JdbcClient jdbc) {
        this.localities = localities;
        this.rules = rules;
        this.access = access;
        this.jdbc = jdbc;
    }

    /** At every start, one node at a time. */
    public void sync() {
        var groups = new ArrayList<String>();
        for (var locality : localities.all()) {
            for (var holding : locality.holdings()) {
                if (rules.sees(holding.post().code())) {
                    groups.add(holding.group());
                    jdbc.sql("""
                            insert into household_sight as s (group_id, units) values (?, ?)
                            on conflict (group_id) do update set units = excluded.units where s.units <> excluded.units""")
                            .params(holding.group(), access.served(holding).toArray(String[]::new))
                            .update();
                }
            }
        }
        jdbc.sql("delete from household_sight where group_id <> all (?)")
                .param(groups.toArray(String[]::new))
                .update();
    }
}
