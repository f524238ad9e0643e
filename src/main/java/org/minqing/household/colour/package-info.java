/** Colours of households (住户颜色): how pressing each is by who lives there and by time, why, and since when. */
package org.minqing.household.colour;
