package org.minqing.household;

import java.util.UUID;

/** Something of a household was written down; published in the transaction that does it. */
public record HouseholdChanged(UUID household) {}
