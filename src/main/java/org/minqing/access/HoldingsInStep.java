package org.minqing.access;

import java.util.ArrayList;
import java.util.List;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the database which posts there are, of which units, and which of them see what is confidential: its tables hide by
 * that. Who holds a post it knows from the engine's own tables, so a post that is given or taken counts at once.
 */
@Component
public class HoldingsInStep {

    private record Row(String group, String locality, List<String> units, String reads) {}

    private final Localities localities;
    private final ConfidentialRules rules;
    private final JdbcClient jdbc;

    HoldingsInStep(Localities localities, ConfidentialRules rules, JdbcClient jdbc) {
        this.localities = localities;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** @param administrators the group of those who run the system and work in no locality */
    public void sync(String administrators) {
        var rows = new ArrayList<Row>();
        for (var locality : localities.all()) {
            for (var holding : locality.holdings()) {
                rows.add(new Row(
                        holding.group(),
                        locality.code(),
                        locality.lineOf(holding.unit().code()).stream()
                                .map(Unit::code)
                                .toList(),
                        rules.kind(locality, holding)));
            }
        }
        rows.add(new Row(administrators, null, List.of(), rules.administratorsRead() ? "named" : null));
        rows.forEach(this::write);
        jdbc.sql("delete from holding where group_id <> all (?)")
                .param(rows.stream().map(Row::group).toArray(String[]::new))
                .update();
    }

    private void write(Row row) {
        jdbc.sql("""
                insert into holding as h (group_id, locality, units, reads) values (?, ?, ?, ?)
                on conflict (group_id) do update
                  set locality = excluded.locality, units = excluded.units, reads = excluded.reads
                  where (h.locality, h.units, h.reads) is distinct from (excluded.locality, excluded.units, excluded.reads)""")
                .params(row.group(), row.locality(), row.units().toArray(String[]::new), row.reads())
                .update();
    }
}
