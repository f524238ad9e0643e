package org.minqing.people.list;

/**
 * One line of a list: one post of one person.
 *
 * @param number of the row in the sheet
 * @param user   empty where whoever wrote the list leaves the id to us
 */
record ListRow(int number, String name, String user, String locality, String unit, String post) {}
