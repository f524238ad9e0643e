/** Pages of notices (通知页面): what administrators see of sending, and what each person hears and wants. */
package org.minqing.notice.web;
