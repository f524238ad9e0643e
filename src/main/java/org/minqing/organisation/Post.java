package org.minqing.organisation;

/**
 * A post (岗). Work goes to posts and not to persons, S3-12.
 *
 * @param code the same in every locality, because decision tables name it, such as {@code city-management}
 * @param name what officials call it here
 * @param role what its holders do with an appeal
 */
public record Post(String code, String name, Role role) {}
