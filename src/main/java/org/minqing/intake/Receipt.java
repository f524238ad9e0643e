package org.minqing.intake;

/**
 * What the resident is told.
 *
 * @param answer   the whole answer as JSON: an earlier one is repeated to the letter
 * @param repeated true if the same key came with the same body before
 */
public record Receipt(String number, String trackingCode, String answer, boolean repeated) {}
