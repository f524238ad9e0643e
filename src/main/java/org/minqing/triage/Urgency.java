package org.minqing.triage;

/** How urgent an appeal is: the code that other tables read and the name that people read. */
public record Urgency(String code, String name) {}
