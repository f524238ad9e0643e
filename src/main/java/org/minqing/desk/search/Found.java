package org.minqing.desk.search;

import java.util.List;

/**
 * What was found.
 *
 * @param page    from 1
 * @param more    whether there is another page
 * @param cut     whether so many fit that not all were looked at
 * @param columns what is shown of each
 */
record Found(int page, boolean more, boolean cut, List<SearchColumn> columns, List<FoundLine> rows) {

    /** One appeal: its number, and in the order of the columns what is shown of it. */
    record FoundLine(String number, List<String> cells) {}
}
