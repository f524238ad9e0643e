package org.minqing.appeal;

/**
 * The rung of the locality's ladder that an appeal was put on.
 *
 * @param tier  code of the rung; each locality has its own ladder
 * @param name  its Chinese name
 * @param route how the process goes on: {@code branch}, {@code department} or {@code supervised}
 */
public record TierChoice(String tier, String name, String route) {}
