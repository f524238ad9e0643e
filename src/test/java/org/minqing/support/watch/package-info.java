/** Watching (看守): what every test class is watched by. */
package org.minqing.support.watch;
