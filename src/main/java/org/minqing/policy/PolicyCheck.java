package org.minqing.policy;

/**
 * What the values of a policy file have to be, beside their kind.
 *
 * @param file as those who wrote it know it
 */
public record PolicyCheck(String file) {

    /** @throws IllegalStateException naming file and field, if the value is smaller or larger */
    public void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw wrong(field + " is " + least + " to " + most);
        }
    }

    public IllegalStateException wrong(String what) {
        return new IllegalStateException(file + ": " + what);
    }
}
