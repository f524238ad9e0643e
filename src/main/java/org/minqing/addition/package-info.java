/** Additions (居民补充): what a resident adds to his own words while they are handled. */
package org.minqing.addition;
