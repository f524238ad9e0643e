/** Returns and remit disputes (退回与职责争议): what a unit gives back and why, and who settles whose it is. */
package org.minqing.remit;
