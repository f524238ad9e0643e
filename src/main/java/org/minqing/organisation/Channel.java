package org.minqing.organisation;

/**
 * A way in which appeals reach a locality.
 *
 * @param code the same in every locality, such as {@code wechat-group}
 * @param name what officials call it here
 */
public record Channel(String code, String name) {}
