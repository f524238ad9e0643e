package org.minqing.appeal;

/**
 * Who makes the first response, and who handles the appeal afterwards.
 *
 * @param place        where it happened, as far as it is known now
 * @param unit         that responds
 * @param post         of that unit, if one was named; null if those of the decision table respond
 * @param handlingUnit that handles it afterwards
 * @param handlingPost of that unit
 */
public record Responding(String place, String unit, String post, String handlingUnit, String handlingPost) {}
