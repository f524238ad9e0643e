package org.minqing.household.sheet;

/**
 * What is wrong with a row; never what stands there.
 *
 * @param row   number in the sheet, from 1
 * @param field the heading of the column
 */
public record RowError(int row, String field, String wrong) {}
