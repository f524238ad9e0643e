/** Household (住户): the file of each household, who sees it, and who looked at what is sensitive in it. */
package org.minqing.household;
