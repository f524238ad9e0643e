/** Household sheets (住户表格): households from a workbook, first looked through and then brought in. */
package org.minqing.household.sheet;
