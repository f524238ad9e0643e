package org.minqing.household;

/**
 * A kind of people to look after (重点群体), as a locality has it.
 *
 * @param symbol    one character that stands for it where there is little room
 * @param sensitive whether it tells of health, minors or poverty
 */
public record KeyGroup(String code, String name, String symbol, boolean sensitive) {}
