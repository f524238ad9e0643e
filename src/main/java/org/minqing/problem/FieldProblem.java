package org.minqing.problem;

/**
 * One field of a request that cannot be accepted.
 *
 * @param field the path of the field as the caller wrote it, such as {@code location.lng}
 * @param zh    what is wrong, for people who read Chinese
 * @param en    the same in English
 */
public record FieldProblem(String field, String zh, String en) {}
