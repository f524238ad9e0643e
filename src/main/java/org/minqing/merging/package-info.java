/** Merging (合并重复诉求): several residents tell of one matter; it is handled once, and each of them follows and rates it. */
package org.minqing.merging;
