package org.minqing.database;

/** Who reads on this thread. */
@FunctionalInterface
public interface Reader {

    /** A user id; empty if nobody has signed in and the program itself reads. */
    String userId();
}
