package org.minqing.desk.ledger;

import java.util.Map;
import org.minqing.page.SearchPage;
import org.minqing.sla.ledger.LedgerFilter;

/**
 * What an auditor asks the ledger for.
 *
 * @param page  from 1
 * @param typed what he wrote, by field, without empty fields and without the page
 */
record LedgerQuestion(LedgerFilter filter, int page, Map<String, String> typed) implements SearchPage.Question {}
