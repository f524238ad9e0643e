package org.minqing.household.sheet;

import java.util.List;
import org.minqing.household.Bringing.Amendment;
import org.minqing.household.Household;

/**
 * What a household of a sheet is to those that are there.
 *
 * @param household that is at this address; null if none is, or if something is wrong
 * @param amendment of it; null if there is none
 */
record Match(ListedHousehold listed, Household household, Amendment amendment, List<RowError> errors) {

    boolean wrong() {
        return !errors.isEmpty();
    }

    boolean fresh() {
        return !wrong() && household == null;
    }

    boolean changed() {
        return household != null && !amendment.isEmpty();
    }
}
