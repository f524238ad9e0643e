package org.minqing.hints;

/**
 * Whom to call before anything else.
 *
 * @param number such as 119
 * @param why    the name of the danger
 */
public record Call(String number, String why) {}
