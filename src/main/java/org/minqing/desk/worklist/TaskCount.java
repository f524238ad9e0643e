package org.minqing.desk.worklist;

/** How many tasks one of the ready lists holds for a person; {@code name} is the name of the list. */
public record TaskCount(String name, long count) {}
