package org.minqing.intake;

/**
 * What the resident is told.
 *
 * @param trackingCode null where the request came before, and nothing shows that this caller sent it
 * @param answer       the whole answer as JSON: an earlier one is repeated to the letter, unless its code is left out
 * @param repeated     true if the same key came with the same body before
 */
public record Receipt(String number, String trackingCode, String answer, boolean repeated) {}
