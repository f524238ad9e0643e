/** Ways out of the house (通知渠道): mail, webhook, group robots, short messages, WeChat; each sender behind one interface. */
package org.minqing.notice.channel;
