package org.minqing.notice.outbox;

import org.minqing.notice.channel.Channel;

/** One channel of one locality: what waits here waits for nobody else. */
record Lane(String locality, Channel channel) {}
