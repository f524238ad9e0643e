/** Due states (时限状态): how what runs stands to its limit, the one answer that every screen, list, count and file gives. */
package org.minqing.sla.due;
