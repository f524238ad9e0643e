package org.minqing.summary;

import java.time.Instant;

/**
 * One version of a summary.
 *
 * @param number    from 1
 * @param writtenAs unit and post of whoever wrote it
 */
public record Version(int number, String text, Instant at, String writtenAs) {}
