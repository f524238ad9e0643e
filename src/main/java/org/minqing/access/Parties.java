package org.minqing.access;

import java.util.Collection;
import org.minqing.organisation.Unit;

/** Which units had a part in an appeal that is not theirs any more, and read what became of it. */
public interface Parties {

    /** Whether one of the units returned it in the round that it is in. */
    boolean returnedBy(Collection<Unit> units, String number);
}
