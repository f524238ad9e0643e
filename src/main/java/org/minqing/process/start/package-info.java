/** Start (启动): what happens when a node starts, and the demonstration data. */
package org.minqing.process.start;
