/** Colours from the table (颜色判定): what the decision table says of a household, without that the engine keeps what was asked. */
package org.minqing.process.colour;
