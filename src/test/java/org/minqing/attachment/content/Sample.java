package org.minqing.attachment.content;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files as phones, and those who mean harm, make them; all of them are made here. */
public final class Sample {

    /** What must not be found in anything that is kept. */
    public static final String PLACE = "+29.5630+106.5516/";

    private Sample() {}

    /** Its left half is red, its right half blue: whoever turns it the wrong way is found out. */
    public static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return picture;
    }

    public static byte[] file(BufferedImage picture, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] jpeg(int width, int height) {
        return file(picture(width, height), "jpeg");
    }

    /** Held so, taken there, with a comment and XMP that say the place again. */
    public static byte[] jpegWithPlace(int width, int height, int orientation) {
        var plain = jpeg(width, height);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xe1, concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif(orientation)));
        segment(out, 0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLACE + "</x:xmpmeta>"));
        segment(out, 0xfe, ascii(PLACE));
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xff);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    /** One directory with the orientation and a place of GPS. */
    private static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(ascii("II")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x010f, 2, PLACE.length() + 1, 100);
        entry(tiff, 0x8825, 4, 1, 60);
        tiff.putInt(0);
        tiff.position(60);
        tiff.putShort((short) 2);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 130);
        tiff.putInt(0);
        tiff.position(100);
        tiff.put(ascii(PLACE));
        tiff.position(130);
        tiff.putInt(29).putInt(1).putInt(33).putInt(1).putInt(46).putInt(1);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG whose head says it is so large, and which has nothing behind that. */
    public static byte[] pngOf(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2);
        chunk(out, "IHDR", head.array());
        chunk(out, "IDAT", deflated(1000));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** A PNG with a text that becomes so many bytes when somebody unpacks it. */
    public static byte[] pngWithBomb(int bytes) {
        var plain = file(picture(40, 30), "png");
        var out = new ByteArrayOutputStream();
        // Signature and head.
        out.write(plain, 0, 33);
        chunk(out, "zTXt", concat(ascii("Comment\0\0"), deflated(bytes)));
        chunk(out, "tEXt", ascii("Location\0" + PLACE));
        out.write(plain, 33, plain.length - 33);
        return out.toByteArray();
    }

    private static byte[] deflated(int zeros) {
        var out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out)) {
            for (int left = zeros; left > 0; left -= 8192) {
                deflate.write(new byte[Math.min(left, 8192)]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var crc = new CRC32();
        crc.update(ascii(type));
        crc.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(ascii(type));
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** A film as an iPhone makes it: one track of pictures, one that tells of places, and the place in three more boxes. */
    public static byte[] film(String brand) {
        var picture = box("trak", box("tkhd", new byte[84]), media("vide", "pictures"), box("udta", ascii(PLACE)));
        var places = box("trak", box("tkhd", new byte[84]), media("meta", PLACE));
        var moov = box(
                "moov",
                box("mvhd", new byte[100]),
                picture,
                places,
                box("udta", box("\u00a9xyz", ascii(PLACE))),
                box("meta", ascii("com.apple.quicktime.location.ISO6709" + PLACE)));
        return concat(box("ftyp", ascii(brand), new byte[4], ascii(brand)), box("mdat", ascii("film film film")), moov);
    }

    private static byte[] media(String kind, String content) {
        return box("mdia", box("hdlr", new byte[8], ascii(kind), new byte[12]), box("minf", ascii(content)));
    }

    public static byte[] box(String type, byte[]... content) {
        var all = concat(content);
        return concat(
                ByteBuffer.allocate(4).putInt(all.length + 8).array(), type.getBytes(StandardCharsets.ISO_8859_1), all);
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
