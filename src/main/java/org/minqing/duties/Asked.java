package org.minqing.duties;

import java.util.Collection;
import java.util.Map;

/** Who made the request that somebody else is to decide. One bean for each kind of request, beside its rows. */
public interface Asked {

    /** What it is to make such a request. */
    Duty duty();

    /** User id by number of the appeal: of the latest request of each; without those that have none. */
    Map<String, String> latest(Collection<String> numbers);
}
