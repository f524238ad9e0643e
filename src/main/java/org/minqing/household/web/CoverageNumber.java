package org.minqing.household.web;

/**
 * One of the numbers at the top of the page of coverage.
 *
 * @param code of its name in the texts
 * @param told as its reader is told it
 * @param path to the households that are counted; null where he does not see them, or no list is so narrow
 */
public record CoverageNumber(String code, long number, String told, String path) {

    /** Whether something is to be done about it. */
    public boolean waits() {
        return number > 0 && !code.equals("households");
    }
}
