package org.minqing.desk;

import java.util.List;

/**
 * What a search found.
 *
 * @param total on all pages together
 * @param page  from 1
 * @param pages at least 1
 */
public record LedgerPage(long total, int page, long pages, List<LedgerLine> rows) {}
