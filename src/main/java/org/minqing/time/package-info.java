/** Time (时间): how moments and spans of time are written and said, in Asia/Shanghai. */
package org.minqing.time;
