package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * More budget for one clock, granted once (延期).
 *
 * @param by         how much more, counted by the clock's own calendar
 * @param reason     as it was asked for, in Chinese
 * @param approvedBy who granted it, as colleagues call him
 * @param at         when it was granted
 */
record Extension(Duration by, String reason, String approvedBy, Instant at) {}
