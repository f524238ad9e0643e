/** Dispatch (派单): who handles an appeal, after a return too, and which appeals are one and the same. */
package org.minqing.dispatch;
