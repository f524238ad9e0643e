package org.minqing.attachment.content;

/**
 * How photos are kept.
 *
 * @param mostPixels of what is sent, width times height
 * @param edge       the longer edge of what is kept, in pixels, at most
 * @param smallEdge  the same of the small one
 * @param quality    of the JPEG, in percent
 * @param atOnce     so many are worked on at once: each needs the memory of all its pixels
 */
public record PhotoRules(int mostPixels, int edge, int smallEdge, int quality, int atOnce) {

    public PhotoRules {
        if (smallEdge < 32 || edge < smallEdge || mostPixels < edge || quality < 10 || quality > 100 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "photo: 32 <= smallEdge <= edge <= mostPixels, quality of 10 to 100, atOnce of 1 or more");
        }
    }
}
