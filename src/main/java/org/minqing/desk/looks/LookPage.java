package org.minqing.desk.looks;

import java.util.List;

/**
 * What an auditor found.
 *
 * @param total on all pages together
 * @param page  from 1
 * @param pages at least 1
 */
record LookPage(long total, int page, long pages, List<LookLine> rows) {

    /** One look. {@code who} is name and posts, or the user id of somebody who has no post here any more. */
    record LookLine(String at, String who, String appeal, String purpose, String way) {}

    /** One change of a post, by and for the same kind of {@code who}. */
    record PostLine(String at, String by, String who, String post, boolean given) {}
}
