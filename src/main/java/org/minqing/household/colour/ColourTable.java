package org.minqing.household.colour;

import java.util.Set;

/** The table {@code household-colour.dmn}, the locality's own where it has one. What it is asked is kept nowhere. */
public interface ColourTable {

    Verdict ask(String locality, ColourFacts facts);

    /** Codes of all colours that some rule of it answers. */
    Set<String> colours(String locality);
}
