/** History (历史): which way an appeal took, and what was decided on it. */
package org.minqing.process.history;
