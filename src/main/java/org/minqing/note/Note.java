package org.minqing.note;

import java.time.Instant;

/**
 * What a member of staff wrote for others who may see the appeal.
 *
 * @param by          user id of the author
 * @param as          his unit and post
 * @param text        null once it was withdrawn
 * @param mentioned   user id of whoever is to look at it; null for nobody
 * @param withdrawnAt null while it stands
 */
public record Note(long id, String by, String as, Instant at, String text, String mentioned, Instant withdrawnAt) {}
