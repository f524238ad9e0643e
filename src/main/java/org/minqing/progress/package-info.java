/** Progress (阶段): which phases an appeal has gone through, by what happened; one answer for residents and staff. */
package org.minqing.progress;
