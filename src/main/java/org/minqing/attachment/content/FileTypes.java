package org.minqing.attachment.content;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.Tika;
import org.minqing.problem.InvalidInput;

/** Tells the type of a file from its first bytes. */
final class FileTypes {

    private static final int LOOKED_AT = 64 * 1024;
    private static final String SILK = "#!SILK_V3";

    /** The handler of a track, behind its version and a place that is not used. */
    private static final Pattern SOUND = Pattern.compile("(?s)hdlr.{8}soun");

    private static final Pattern PICTURE = Pattern.compile("(?s)hdlr.{8}vide");

    private static final Tika TIKA = new Tika();

    private FileTypes() {}

    /** @throws InvalidInput if it is of no type that we know, or called like something else */
    static FileType of(byte[] bytes, String name) {
        var type = find(bytes).orElseThrow(() -> unknown(bytes));
        if (!type.mayBeCalled(name)) {
            throw new InvalidInput("file", "文件的内容和文件名不符，请不要改文件名后缀", "content and name of the file do not agree");
        }
        return type;
    }

    private static Optional<FileType> find(byte[] bytes) {
        // WeChat puts one byte before it.
        if (startsWith(bytes, 0, SILK) || startsWith(bytes, 1, SILK)) {
            return Optional.of(FileType.SILK);
        }
        var found = media(bytes);
        return Stream.of(FileType.values())
                .filter(type -> type.type().equals(found))
                .findFirst();
    }

    private static String media(byte[] bytes) {
        var found = TIKA.detect(bytes.length > LOOKED_AT ? java.util.Arrays.copyOf(bytes, LOOKED_AT) : bytes);
        // The library calls most films of Android QuickTime; what is one says so.
        var film = startsWith(bytes, 4, "ftyp") && (found.startsWith("video/") || found.equals("application/mp4"));
        if (film && soundAlone(bytes)) {
            return FileType.M4A.type();
        }
        return film && !startsWith(bytes, 8, "qt  ") ? FileType.MP4.type() : found;
    }

    /** What a browser records has the brand of a film, and its tracks are told at its start. */
    private static boolean soundAlone(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return SOUND.matcher(start).find() && !PICTURE.matcher(start).find();
    }

    private static InvalidInput unknown(byte[] bytes) {
        return media(bytes).startsWith("image/hei")
                ? new InvalidInput(
                        "file",
                        "收不了 HEIC 格式的照片：请在“设置 › 相机 › 格式”里选“兼容性最佳”后重拍，或者发截图",
                        "HEIC is not taken; choose a compatible format in the camera's settings")
                : new InvalidInput(
                        "file",
                        "收不了这种文件。可以发 JPEG、PNG、WebP 照片，MP4、MOV 视频，微信语音；工作人员还可以发 PDF",
                        "files of this type are not taken");
    }

    private static boolean startsWith(byte[] bytes, int at, String text) {
        var expected = text.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= at + expected.length
                && java.util.Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
    }
}
