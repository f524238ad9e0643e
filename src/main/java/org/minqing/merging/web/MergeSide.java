package org.minqing.merging.web;

/**
 * One of two appeals that are compared before they are merged.
 *
 * @param resolveBy when it is due, in words; empty if nobody was promised anything
 */
record MergeSide(
        String number,
        String title,
        String words,
        String place,
        String typeName,
        String categoryName,
        String urgencyName,
        String statusName,
        String unitName,
        String submittedAt,
        String resolveBy,
        int voices) {}
