package org.minqing.triage;

import java.util.Map;

/**
 * What somebody says instead of the judgement. What he leaves out, null or no entry, stays as it is.
 *
 * @param unit  where it happened
 * @param facts by name; each is of the type that {@link org.minqing.appeal.Facts} has
 * @param seen  how many corrections he had seen when he wrote this; null if he does not say
 */
public record Proposal(
        String type, String category, String unit, Map<String, Object> facts, String reason, Integer seen) {}
