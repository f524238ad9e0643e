/** Reorganisation (组织调整): the tree of a locality, drafted, checked and put into force from a day on, without a restart. */
package org.minqing.reorganisation;
