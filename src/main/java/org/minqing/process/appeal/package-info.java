/** Tasks about appeals (诉求任务): what their forms show, and what each of them means once it is completed. */
package org.minqing.process.appeal;
