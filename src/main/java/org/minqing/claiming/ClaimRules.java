package org.minqing.claiming;

import java.util.Optional;
import org.minqing.appeal.Appeal;

/** Asks the table who may claim an appeal. The engine has it. */
public interface ClaimRules {

    /**
     * @param appeal judged already
     * @return empty where nobody may
     * @throws org.minqing.problem.Refusal if the table answers what cannot be: an official must mend it
     */
    Optional<ClaimRule> of(Appeal appeal);
}
