package org.minqing.joint;

import java.util.Optional;
import org.minqing.appeal.Appeal;

/** How long opinions may take, wherever that is decided. */
public interface JointLimits {

    /**
     * For an appeal whose round is decided; empty where nobody is asked.
     *
     * @throws org.minqing.problem.Refusal if the table answers what cannot be a limit
     */
    Optional<JointLimit> of(Appeal appeal);
}
