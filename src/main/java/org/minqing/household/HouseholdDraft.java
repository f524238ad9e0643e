package org.minqing.household;

import java.time.LocalDate;
import org.minqing.position.Position;

/**
 * A household as somebody writes it down, read and checked.
 *
 * @param point    null for none
 * @param worker   user id of who is responsible; null for whoever holds the post of the unit
 * @param covering user id of the party member who covers it; null for nobody
 */
public record HouseholdDraft(
        String unit, String address, Position point, LocalDate since, String worker, String covering) {}
