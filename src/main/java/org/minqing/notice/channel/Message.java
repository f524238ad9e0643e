package org.minqing.notice.channel;

import java.time.Instant;

/**
 * What is sent: number and link, and never the words of an appeal or anybody's contact.
 *
 * @param key    the same each time that it is sent: by it a receiver knows a repetition
 * @param fact   the code of what happened, such as {@code overdue}
 * @param number of the appeal; empty if it is about none
 * @param title  what happened, in a few signs
 * @param text   the sentence
 * @param link   where the receiver reads on
 * @param at     when it happened
 * @param grave  whether somebody is in danger
 */
public record Message(
        String key, String fact, String number, String title, String text, String link, Instant at, boolean grave) {}
