/**
 * A day of one town: its people and residents do what they might do, drawn by a seed, and after each act it is looked whether
 * all screens tell the same, everything lies with somebody, nobody did what excludes each other, and the ledger is whole.
 */
package org.minqing.proof.day;
