package org.minqing.shell;

/**
 * Where the header leads.
 *
 * @param label as the header says it
 * @param here  whether the page that is shown belongs to it
 */
public record HeaderLink(String label, String href, boolean here) {}
