package org.minqing.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What open appeals wait for, and whether anybody is there to do it; wherever that is kept. */
public interface OpenSteps {

    /**
     * @param name   what is to be done
     * @param holder unit and post that have it; several are joined
     * @param taken  whether a person has taken it
     */
    record Step(String name, String holder, boolean taken) {}

    /** By number of the appeal; what waits for nothing is left out. */
    Map<String, List<Step>> of(Collection<String> numbers);

    /** Those of these groups in which nobody is. */
    Set<String> vacant(Collection<String> groups);
}
