/** Households on the map (住户图层): where those are that somebody sees, and with whom nobody was for long. */
package org.minqing.household.map;
