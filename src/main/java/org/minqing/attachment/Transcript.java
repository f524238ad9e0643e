package org.minqing.attachment;

import java.time.Instant;

/**
 * What somebody heard in a voice message or a film.
 *
 * @param version counted from 1
 * @param as      unit and post of whoever wrote it
 */
public record Transcript(int version, String words, Instant at, String as) {}
