package org.minqing.desk.ledger;

import java.util.List;

/**
 * What a search found.
 *
 * @param total on all pages together, counted no further than 10,000
 * @param more  whether there are more than were counted
 * @param page  from 1
 * @param pages at least 1
 */
record LedgerPage(long total, boolean more, int page, long pages, List<LedgerLine> rows) {}
