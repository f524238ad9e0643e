package org.minqing.hints;

/**
 * Where a word stands.
 *
 * @param start of its first sign
 * @param end   of its last sign
 */
record Span(int start, int end) {

    boolean contains(Span other) {
        return start <= other.start && other.end <= end && !equals(other);
    }

    /** From the beginning of the first to the end of the last. */
    Span with(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Signs between the two; below 0 if they overlap. */
    int gap(Span other) {
        return Math.max(start, other.start) - Math.min(end, other.end) - 1;
    }
}
