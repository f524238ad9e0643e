/** Notices of the process (流程通知): tasks that are made are told of, and the table says to whom. */
package org.minqing.process.notice;
