/** Saved search (保存的查找): what somebody looks for again and again, under a name of his own; it goes with his account. */
package org.minqing.saved;
