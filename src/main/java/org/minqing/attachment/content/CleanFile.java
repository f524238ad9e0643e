package org.minqing.attachment.content;

/**
 * A file as it is kept: nothing in it tells where, when or with what it was made.
 *
 * @param type   media type of {@code whole}
 * @param small  a small JPEG of a photo; null of everything else
 * @param width  in pixels; 0 unless it is a photo
 * @param height in pixels; 0 unless it is a photo
 */
public record CleanFile(FileType as, String type, byte[] whole, byte[] small, int width, int height) {

    static CleanFile of(FileType as, byte[] whole) {
        return new CleanFile(as, as.type(), whole, null, 0, 0);
    }
}
