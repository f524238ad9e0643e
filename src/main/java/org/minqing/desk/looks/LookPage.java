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

    /**
     * One look. {@code who} is name and posts, or the user id of somebody who has no post here any more; {@code appeal} is null where a
     * phone number found nothing, or where there are {@code many}.
     */
    record LookLine(String at, String who, String appeal, String purpose, String way, boolean many) {}
}
