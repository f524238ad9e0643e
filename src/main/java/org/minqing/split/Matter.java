package org.minqing.split;

/**
 * What a sub-case is to be about, as whoever splits says it. The resident reads the title.
 *
 * @param category code of a category of the locality
 * @param unit     where it happened: code of a unit of the locality
 * @param address  null for that of the whole, if it is at the same place
 */
public record Matter(String title, String description, String category, String unit, String address) {}
