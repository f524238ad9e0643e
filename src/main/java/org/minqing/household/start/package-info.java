/** Household demonstration (演示住户): invented households to try the system with, and the change of keys at the console. */
package org.minqing.household.start;
