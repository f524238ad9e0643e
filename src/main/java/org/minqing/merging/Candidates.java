package org.minqing.merging;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.minqing.database.TimeColumn;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;
import org.minqing.organisation.UnitTree;
import org.minqing.wording.GramWeights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers of the appeals that are worth a closer look: those near a matter, and those told in words like its own. */
@Repository
class Candidates {

    /** Of each kind; nobody compares more than these. */
    private static final int CONSIDERED = 300;

    /** By so many of its rarer grams others are looked for. */
    private static final int GRAMS = 16;

    private final JdbcClient jdbc;
    private final MergingRules rules;

    Candidates(JdbcClient jdbc, MergingRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    Set<String> of(Matter matter, Locality locality, GramWeights words) {
        var numbers = new LinkedHashSet<>(near(matter, locality));
        numbers.addAll(alike(matter, words.rarest(matter.grams(), GRAMS)));
        numbers.remove(matter.number());
        return numbers;
    }

    /** Open ones alone, those nearest in time first. */
    private Set<String> near(Matter matter, Locality locality) {
        return new LinkedHashSet<>(jdbc.sql("""
                select number from appeal
                where locality = :locality and closed_at is null
                  and track is distinct from 'confidential' and parent is null
                  and submitted_at between :from and :to
                  and (unit = any (:units) or address = :address)
                order by abs(extract(epoch from submitted_at - :at)), number limit :most""")
                .param("locality", matter.locality())
                .param("from", TimeColumn.of(matter.at().minus(rules.within())))
                .param("to", TimeColumn.of(matter.at().plus(rules.within())))
                .param("units", neighbourhood(matter, locality))
                .param("address", matter.address() == null ? "" : matter.address())
                .param("at", TimeColumn.of(matter.at()))
                .param("most", CONSIDERED)
                .query(String.class)
                .list());
    }

    /** Anywhere in the locality, also ended ones: what was done about it then may help now. */
    private Set<String> alike(Matter matter, Set<String> grams) {
        return new LinkedHashSet<>(jdbc.sql("select appeals_like(?, ?, ?, ?, ?, ?)")
                .params(
                        matter.locality(),
                        grams.toArray(String[]::new),
                        TimeColumn.of(matter.at().minus(rules.within())),
                        TimeColumn.of(matter.at().plus(rules.within())),
                        TimeColumn.of(matter.at().minus(rules.ended())),
                        CONSIDERED)
                .query(String.class)
                .list());
    }

    /** The unit, what is above and below it, and its neighbours; nothing while no more than the locality is known. */
    private static String[] neighbourhood(Matter matter, Locality locality) {
        var root = locality.root().code();
        var units = new TreeSet<String>();
        if (!matter.unit().equals(root)) {
            units.add(matter.unit());
            var above = locality.unit(matter.unit())
                    .map(Unit::parent)
                    .filter(parent -> !parent.equals(root))
                    .orElse(matter.unit());
            units.addAll(UnitTree.within(locality, above).orElse(List.of()));
        }
        return units.toArray(String[]::new);
    }
}
