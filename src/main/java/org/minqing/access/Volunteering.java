package org.minqing.access;

import java.util.Set;

/** Who has claimed an appeal, and who might (接单), wherever orders are kept. */
public interface Volunteering {

    /** Groups of the volunteers that were ever offered it; empty if none were. */
    Set<String> offered(String number);

    /** Whether this person, by user id, has claimed it or joined those who did. */
    boolean has(String userId, String number);
}
