package org.minqing.organisation;

import java.util.Set;

/** Who holds a post now; people come and go while the organisation stays. */
public interface PostHolders {

    /** User ids of those whose accounts are open. */
    Set<String> of(Holding holding);
}
