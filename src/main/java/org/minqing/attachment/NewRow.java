package org.minqing.attachment;

import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.attachment.content.CleanFile;
import org.minqing.attachment.content.FileType;

/**
 * What is known of a file that is about to be kept, as it is kept.
 *
 * @param small  the small one of a photo; null of everything else
 * @param person user id of the member of staff who sent it; null for a resident
 * @param sent   what stands for the try with which it came; null for none
 */
record NewRow(
        FileType as,
        String type,
        long bytes,
        String sha256,
        Pieces pieces,
        byte[] small,
        int width,
        int height,
        String person,
        String sent) {

    static NewRow of(CleanFile file, String person, String sent) {
        var whole = file.whole();
        return new NewRow(
                file.as(),
                file.type(),
                whole.length,
                DigestUtils.sha256Hex(whole),
                Pieces.of(whole),
                file.small(),
                file.width(),
                file.height(),
                person,
                sent);
    }
}
