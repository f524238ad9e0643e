package org.minqing.attachment;

import java.time.Duration;

/** @param unfinishedFor how long a file that comes in parts may be on its way */
public record UnfinishedRule(Duration unfinishedFor) {}
