package org.minqing.proof.day;

import java.util.Optional;

/** A kind of act, or several that are drawn alike. */
interface Move {

    /** Somebody who could do it now, and with what; empty if nobody can. */
    Optional<Act> draw(Town town);
}
