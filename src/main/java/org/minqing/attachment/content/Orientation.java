package org.minqing.attachment.content;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * How a camera was held: a number of 1 to 8 of EXIF. The photo is turned by it, since nothing else of EXIF is kept.
 */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);

    /** Upright if the file does not say, or nothing that can be read. */
    static Orientation of(byte[] file) {
        try {
            var exif = JpegMetadataReader.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            if (exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                return UPRIGHT;
            }
            return new Orientation(exif.getInt(ExifIFD0Directory.TAG_ORIENTATION));
        } catch (IOException | com.drew.imaging.jpeg.JpegProcessingException | MetadataException | RuntimeException e) {
            return UPRIGHT;
        }
    }

    BufferedImage turn(BufferedImage photo) {
        if (value < 2 || value > 8) {
            return photo;
        }
        var width = photo.getWidth();
        var height = photo.getHeight();
        var lying = value >= 5;
        var turned = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var graphics = turned.createGraphics();
        try {
            graphics.drawImage(photo, way(width, height), null);
        } finally {
            graphics.dispose();
        }
        return turned;
    }

    /** From where a pixel is to where it belongs. */
    private AffineTransform way(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
