package org.minqing.saved;

import java.util.Map;

/**
 * A search that somebody keeps.
 *
 * @param name     his own word for it
 * @param question what he wrote, by field of the form; never a phone number
 */
public record SavedSearch(long id, String name, Map<String, String> question) {}
