package org.minqing.notice.live;

/**
 * What an open page shows.
 *
 * @param id    rises with each notice
 * @param grave whether somebody is in danger: with a sound
 * @param at    when it happened, as people read it
 * @param seen  whether he has said that he saw it
 */
public record DeskNotice(long id, boolean grave, String title, String text, String link, String at, boolean seen) {}
