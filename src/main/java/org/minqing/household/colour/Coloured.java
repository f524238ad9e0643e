package org.minqing.household.colour;

import java.time.Instant;
import java.util.UUID;

/** That a household has a colour of one risk since then. */
record Coloured(UUID household, Risk risk, Verdict verdict, Instant at) {

    String colour() {
        return verdict.colour();
    }
}
