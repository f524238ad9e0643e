package org.minqing.note;

/**
 * A note asks a colleague to look at the appeal; told in the transaction that stores the note.
 *
 * @param appeal number
 * @param person user id of one who may see it
 */
public record Mentioned(String appeal, String person) {}
