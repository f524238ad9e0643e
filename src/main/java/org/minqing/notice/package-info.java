/** Notices (通知): who hears of what, by which way and when; written with what happened, sent afterwards. */
package org.minqing.notice;
