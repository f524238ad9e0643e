package org.minqing.attachment.content;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller. */
final class Scaling {

    private Scaling() {}

    /** Its longer edge is so long at most; what was transparent is white. */
    static BufferedImage within(BufferedImage picture, int edge) {
        var now = picture;
        // By half at a time: in one step a large picture would lose whole lines of a number plate.
        while (longer(now) > 2 * edge) {
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        var by = Math.min(1.0, edge / (double) longer(now));
        return drawn(now, (int) Math.round(now.getWidth() * by), (int) Math.round(now.getHeight() * by));
    }

    private static int longer(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight());
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var w = Math.max(1, width);
        var h = Math.max(1, height);
        var drawn = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, w, h, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }
}
