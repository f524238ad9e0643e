package org.minqing.addition;

import java.time.Instant;

/** What a resident said later, word by word, and when. */
public record Addition(Instant at, String words) {}
