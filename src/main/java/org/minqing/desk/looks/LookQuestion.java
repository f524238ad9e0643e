package org.minqing.desk.looks;

import java.util.Map;
import org.minqing.access.ContactLooks;
import org.minqing.page.SearchPage;

/**
 * What an auditor asks about looks.
 *
 * @param page  from 1
 * @param typed what he wrote, by field, without empty fields and without the page
 */
record LookQuestion(ContactLooks.Filter filter, int page, Map<String, String> typed) implements SearchPage.Question {}
