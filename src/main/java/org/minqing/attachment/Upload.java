package org.minqing.attachment;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * What somebody sends.
 *
 * @param name   of the file, for telling a wrong ending; it is not kept
 * @param sha256 of the bytes, in hexadecimal, as the sender counted it; null if he did not
 * @param person user id of the member of staff who sends it; null for a resident
 * @param key    the same for the same file, however often it is sent; null if whoever sends it made none
 */
public record Upload(String name, byte[] bytes, String sha256, String person, String key) {

    /** What stands for this try of this person with these bytes; null if it has no key. */
    String sent() {
        return key == null ? null : DigestUtils.sha256Hex(person + "\n" + key + "\n" + DigestUtils.sha256Hex(bytes));
    }
}
