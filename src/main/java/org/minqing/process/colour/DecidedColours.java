package org.minqing.process.colour;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import org.minqing.household.colour.ColourFacts;
import org.minqing.household.colour.ColourTable;
import org.minqing.household.colour.Verdict;
import org.minqing.process.decisions.UnkeptTables;
import org.springframework.stereotype.Component;

/** Asks {@code household-colour.dmn}. Households are many and what is asked of them is alike: each question is put once. */
@Component
class DecidedColours implements ColourTable {

    private static final String TABLE = "householdColour";
    private static final int MOST = 20_000;

    private record Asked(String locality, ColourFacts facts) {}

    private final Cache<Asked, Verdict> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private final UnkeptTables tables;

    DecidedColours(UnkeptTables tables) {
        this.tables = tables;
    }

    @Override
    public Verdict ask(String locality, ColourFacts facts) {
        return known.get(new Asked(locality, facts), this::decide);
    }

    private Verdict decide(Asked asked) {
        var said = tables.answer(TABLE, asked.locality(), asked.facts().inputs());
        return Verdict.of(said.rule(), said.answer()::text);
    }

    @Override
    public Set<String> colours(String locality) {
        return tables.cells(TABLE, locality, "colour");
    }
}
