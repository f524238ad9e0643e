/** Live pages (实时提醒): an open page hears of a notice without being loaded again. */
package org.minqing.notice.live;
