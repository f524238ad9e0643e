package org.minqing.attachment.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import org.minqing.problem.InvalidInput;

/**
 * Draws a photo anew as a JPEG: what was beside its pixels (EXIF, GPS, XMP, a preview, a program behind the picture) does not
 * come along.
 */
final class Photos {

    static {
        // Nothing of a photo lies in a temporary file.
        ImageIO.setUseCache(false);
    }

    private final PhotoRules rules;
    private final Semaphore places;

    Photos(PhotoRules rules) {
        this.rules = rules;
        places = new Semaphore(rules.atOnce(), true);
    }

    CleanFile clean(byte[] bytes, FileType type) {
        places.acquireUninterruptibly();
        try {
            var photo = Orientation.of(bytes).turn(Scaling.within(read(bytes, type), rules.edge()));
            return new CleanFile(
                    type,
                    FileType.JPEG.type(),
                    jpeg(photo),
                    jpeg(Scaling.within(photo, rules.smallEdge())),
                    photo.getWidth(),
                    photo.getHeight());
        } finally {
            places.release();
        }
    }

    private BufferedImage read(byte[] bytes, FileType type) {
        var reader = ImageIO.getImageReadersByMIMEType(type.type()).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            // Forwards only and without what is beside the pixels: text in a PNG may be a bomb.
            reader.setInput(in, true, true);
            return read(reader);
        } catch (InvalidInput e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders meet what was made to confuse them with whatever exception comes to hand.
            throw new InvalidInput("file", "这张照片打不开，可能没有传完整，请重新选择", "the picture cannot be read");
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage read(ImageReader reader) throws IOException {
        // Of the head alone; nothing has room yet.
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > rules.mostPixels()) {
            throw new InvalidInput(
                    "file",
                    "照片太大：" + width + "×" + height + " 像素，最多 " + rules.mostPixels() / 10_000 + " 万像素",
                    "more than " + rules.mostPixels() + " pixels");
        }
        var how = reader.getDefaultReadParam();
        var step = Math.max(1, Math.max(width, height) / rules.edge());
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private byte[] jpeg(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(rules.quality() / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
