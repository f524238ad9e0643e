package org.minqing.desk.cockpit;

/**
 * How much work lies at one step of the process.
 *
 * @param step    id of the step in the model
 * @param name    as the model names it, in Chinese
 * @param waiting tasks that nobody has completed
 * @param late    those of them whose clock is past its deadline and has not been stopped
 */
public record StepCount(String step, String name, int waiting, int late) {}
