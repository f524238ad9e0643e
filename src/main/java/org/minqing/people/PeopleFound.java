package org.minqing.people;

import java.util.List;

/** One page of a search for people. */
public record PeopleFound(long total, int page, long pages, List<PersonLine> rows) {}
