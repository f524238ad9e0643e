/** Household search (查找住户): lists and counts of the households that somebody sees. */
package org.minqing.household.search;
