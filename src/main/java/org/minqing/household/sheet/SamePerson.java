package org.minqing.household.sheet;

import org.minqing.household.Member.About;
import org.minqing.household.Members;

/** Who is taken for the same person: one name, and births of which one may be less exact than the other. */
final class SamePerson {

    private static final int WHOLE_DAY = 10;

    private SamePerson() {}

    static boolean may(About one, About other) {
        return Members.plain(one.name()).equals(Members.plain(other.name())) && fits(one.born(), other.born());
    }

    private static boolean fits(String one, String other) {
        return one == null || other == null || one.startsWith(other) || other.startsWith(one);
    }

    /** Whether it is known to the day, so that two of one name are told apart or found to be one wherever they live. */
    static boolean certain(About one) {
        return one.born() != null && one.born().length() == WHOLE_DAY;
    }

    /** The same for all that may be of the same day. */
    static String key(About one) {
        return Members.plain(one.name()) + "|" + one.born();
    }
}
