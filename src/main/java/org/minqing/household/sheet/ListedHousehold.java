package org.minqing.household.sheet;

import java.util.List;
import org.minqing.household.HouseholdRows;
import org.minqing.household.Member;

/**
 * A household as a sheet has it, read and checked by itself.
 *
 * @param row      its first
 * @param unit     code
 * @param worker   user id; null where the sheet says nothing
 * @param covering user id; null where the sheet says nothing
 */
record ListedHousehold(
        int row, String unit, String address, String worker, String covering, List<Person> people, List<String> notes) {

    record Person(int row, Member.About about) {}

    /** As addresses are compared. */
    String key() {
        return HouseholdRows.key(address);
    }
}
