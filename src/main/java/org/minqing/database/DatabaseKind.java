package org.minqing.database;

/**
 * Whose database this is.
 *
 * @param embedded true for the one that comes with the product: then there are demonstration people and appeals
 */
public record DatabaseKind(boolean embedded) {}
