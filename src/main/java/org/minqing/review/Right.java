package org.minqing.review;

import java.time.Instant;

/**
 * Whether a resident may ask for a review, as it was when he had the opinion: a table that changes afterwards moves no day that he
 * was told.
 *
 * @param until the first moment that is too late; null where there is no such review
 */
record Right(ReviewStage stage, String whyNot, Instant until) {}
