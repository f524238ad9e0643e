package org.minqing.problem;

import java.util.Optional;

/** Understands the exceptions of a library that the rest of the application does not know. */
public interface ForeignProblem {

    /** What it means for the caller; empty if this translator does not know it. */
    Optional<Refusal> translate(Throwable e);
}
