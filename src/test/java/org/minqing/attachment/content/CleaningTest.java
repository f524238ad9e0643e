package org.minqing.attachment.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.problem.InvalidInput;

/** What is sent is what it seems to be, or is refused with a reason; what is kept tells nothing that nobody meant to tell. */
class CleaningTest {

    private final Cleaning cleaning = new Cleaning(new PhotoRules(40_000_000, 2048, 320, 85, 2));

    private CleanFile clean(byte[] bytes, String name) {
        return cleaning.clean(bytes, cleaning.typeOf(bytes, name));
    }

    private void refused(byte[] bytes, String name, String words) {
        assertThatThrownBy(() -> clean(bytes, name))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(words);
    }

    private static BufferedImage picture(byte[] bytes) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static boolean red(BufferedImage picture, int x, int y) {
        var rgb = picture.getRGB(x, y);
        return (rgb >> 16 & 0xff) > 180 && (rgb & 0xff) < 80;
    }

    @Test
    void ofAPhotoNothingIsLeftThatTellsWhereItWasTaken() throws Exception {
        var sent = Sample.jpegWithPlace(400, 300, 1);
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(sent))
                        .getFirstDirectoryOfType(GpsDirectory.class))
                .as("the sample has a place")
                .isNotNull();
        var kept = clean(sent, "IMG_0001.JPG");
        for (var part : new byte[][] {kept.whole(), kept.small()}) {
            assertThat(new String(part, StandardCharsets.ISO_8859_1)).doesNotContain(Sample.PLACE, "Exif", "xmpmeta");
            assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(part))
                            .getFirstDirectoryOfType(GpsDirectory.class))
                    .isNull();
        }
        assertThat(kept.type()).isEqualTo("image/jpeg");
    }

    /** Red is the left half of the sample. */
    @ParameterizedTest
    @CsvSource({"1, LEFT", "2, RIGHT", "3, RIGHT", "4, LEFT", "5, TOP", "6, TOP", "7, BOTTOM", "8, BOTTOM"})
    void aPhotoStandsAsTheCameraWasHeld(int orientation, String where) throws Exception {
        var kept = picture(
                clean(Sample.jpegWithPlace(400, 200, orientation), "a.jpg").whole());
        var lying = orientation >= 5;
        assertThat(kept.getWidth()).isEqualTo(lying ? 200 : 400);
        assertThat(kept.getHeight()).isEqualTo(lying ? 400 : 200);
        var w = kept.getWidth();
        var h = kept.getHeight();
        assertThat(new boolean[] {
                    red(kept, 20, h / 2 - 40),
                    red(kept, w - 20, h / 2 - 40),
                    red(kept, w / 2 - 40, 20),
                    red(kept, w / 2 - 40, h - 20)
                })
                .isEqualTo(
                        switch (where) {
                            case "LEFT" -> new boolean[] {true, false, true, true};
                            case "RIGHT" -> new boolean[] {false, true, false, false};
                            case "TOP" -> new boolean[] {true, true, true, false};
                            default -> new boolean[] {false, false, false, true};
                        });
    }

    @Test
    void aLargePhotoBecomesSmallerAndHasASmallOneBeside() throws Exception {
        var kept = clean(Sample.jpeg(5000, 3000), "a.jpeg");
        assertThat(kept.width()).isEqualTo(2048);
        assertThat(kept.height()).isEqualTo(1229);
        assertThat(picture(kept.whole()).getWidth()).isEqualTo(2048);
        assertThat(picture(kept.small()).getWidth()).isEqualTo(320);
    }

    @Test
    void whatIsTransparentIsWhite() throws Exception {
        var kept = clean(Sample.file(new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB), "png"), "截图.png");
        assertThat(picture(kept.whole()).getRGB(30, 30) & 0xffffff).isGreaterThan(0xf0f0f0);
    }

    @Test
    void aPictureWithTooManyPixelsIsRefusedByItsHead() {
        refused(Sample.pngOf(40_000, 40_000), "a.png", "40000×40000");
        refused(Sample.pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE), "a.png", "file");
    }

    @Test
    void nobodyUnpacksWhatIsBesideThePixels() {
        var sent = Sample.pngWithBomb(200_000_000);
        assertThat(sent.length).isLessThan(400_000);
        var before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        var kept = clean(sent, "a.png");
        assertThat(new String(kept.whole(), StandardCharsets.ISO_8859_1)).doesNotContain(Sample.PLACE);
        assertThat(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() - before)
                .isLessThan(150_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<html><script>alert(1)</script>",
                "MZ\0\0",
                "PK\3\4",
                "just words",
                "GIF89a"
            })
    void whatIsNoPhotoFilmOrVoiceIsRefusedHoweverItIsCalled(String content) {
        for (var name : new String[] {"a.jpg", "a.svg", "a.html", "a.exe", "照片", "a.jpg.exe"}) {
            assertThatThrownBy(() -> clean(Sample.ascii(content + " ".repeat(200)), name))
                    .as(name)
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void contentAndNameAgree() {
        refused(Sample.jpeg(40, 30), "a.png", "文件名不符");
        refused(Sample.jpeg(40, 30), "a.jpg.html", "文件名不符");
        refused(Sample.film("isom"), "a.jpg", "文件名不符");
        assertThat(clean(Sample.jpeg(40, 30), "blob").as()).isEqualTo(FileType.JPEG);
    }

    /** It is a picture and a page at once; what is kept is only the picture. */
    @Test
    void ofAPolyglotThePictureIsLeft() {
        var sent = Sample.concat(Sample.jpeg(40, 30), Sample.ascii("<script>alert(document.cookie)</script>PK\3\4"));
        assertThat(new String(clean(sent, "a.jpg").whole(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script", "PK");
    }

    @Test
    void whatArrivedInPartIsRefusedOrHarmless() {
        var whole = Sample.jpegWithPlace(400, 300, 6);
        for (int length = 1; length < whole.length; length += 97) {
            var part = Arrays.copyOf(whole, length);
            try {
                assertThat(clean(part, "a.jpg").whole()).isNotEmpty();
            } catch (InvalidInput e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }

    /** Whatever somebody changes in a file: it is taken or refused, and nothing else. */
    @Test
    void bytesAtRandomAreRefusedOrHarmless() {
        var random = new Random(1);
        var samples = new byte[][] {Sample.jpegWithPlace(120, 90, 6), Sample.pngWithBomb(5000), Sample.film("qt  ")};
        for (int i = 0; i < 600; i++) {
            var bytes = samples[i % samples.length].clone();
            for (int n = 0; n < 1 + random.nextInt(12); n++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                clean(bytes, "");
            } catch (InvalidInput e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"isom, MP4, a.mp4", "mp42, MP4, VID_1.MP4", "'qt  ', QUICKTIME, IMG_1.MOV", "'M4A ', M4A, 语音.m4a"})
    void ofAFilmNothingIsLeftThatTellsWhereItWasTaken(String brand, FileType type, String name) {
        var sent = Sample.film(brand);
        var kept = clean(sent, name);
        assertThat(kept.as()).isEqualTo(type);
        assertThat(kept.whole()).hasSameSizeAs(sent);
        assertThat(new String(kept.whole(), StandardCharsets.ISO_8859_1))
                .contains("film film film", "pictures")
                .doesNotContain(Sample.PLACE, "ISO6709");
    }

    @Test
    void aFilmWhoseBoxesAreLongerThanItselfIsRefused() {
        var sent = Sample.film("isom");
        refused(Arrays.copyOf(sent, sent.length - 3), "a.mp4", "打不开");
        refused(Sample.box("ftyp", Sample.ascii("isom"), new byte[4], Sample.ascii("isom")), "a.mp4", "打不开");
    }

    /** Each within another, a million times: a stack has an end, too. */
    @Test
    void boxesWithinBoxesWithoutAnEndAreRefused() {
        var start = Sample.box("ftyp", Sample.ascii("isom"), new byte[4], Sample.ascii("isom"));
        for (var name : new String[] {"mdia", "moov", "trak"}) {
            var depth = 400_000;
            var nested = ByteBuffer.allocate(8 * depth);
            for (int i = 0; i < depth; i++) {
                nested.putInt(8 * (depth - i)).put(Sample.ascii(name));
            }
            var film = Sample.concat(start, Sample.box("moov", Sample.box("trak", nested.array())));
            try {
                assertThat(clean(film, "a.mp4").whole()).hasSameSizeAs(film);
            } catch (InvalidInput e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }

    @Test
    void aFilmOfNothingButBoxesIsRefused() {
        var start = Sample.box("ftyp", Sample.ascii("isom"), new byte[4], Sample.ascii("isom"));
        var many = ByteBuffer.allocate(8 * 300_000);
        while (many.hasRemaining()) {
            many.putInt(8).put(Sample.ascii("free"));
        }
        refused(Sample.concat(start, Sample.box("moov"), many.array()), "a.mp4", "打不开");
    }

    /** A film that is passed on in pieces loses the same as one that is held as a whole, wherever the pieces begin. */
    @Test
    void inPiecesTheSameIsEmptiedAsInTheWhole() {
        var film = Sample.film("isom");
        var whole = clean(film, "a.mp4").whole();
        for (int length : new int[] {1, 7, 64, 1000}) {
            var tags = Boxes.tags(Source.of(film));
            var out = new ByteArrayOutputStream();
            for (int at = 0; at < film.length; at += length) {
                var piece = Arrays.copyOfRange(film, at, Math.min(film.length, at + length));
                tags.empty(piece, at);
                out.writeBytes(piece);
            }
            assertThat(out.toByteArray()).as("pieces of %d", length).isEqualTo(whole);
        }
    }

    @Test
    void voicesOfWeChatAreKeptAsTheyAre() {
        var silk = Sample.ascii("\2#!SILK_V3 and so on");
        assertThat(clean(silk, "msg_1.amr").whole()).isEqualTo(silk);
        assertThat(clean(silk, "msg_1.amr").as()).isEqualTo(FileType.SILK);
        var amr = Sample.ascii("#!AMR\n and so on");
        assertThat(clean(amr, "msg_2.amr").as()).isEqualTo(FileType.AMR);
    }

    /** A browser gives what it records the brand of a film. */
    @Test
    void aRecordingWithoutAPictureIsAVoice() {
        var head = Sample.box("ftyp", Sample.ascii("isom"), new byte[4], Sample.ascii("isomiso5"));
        var sound = Sample.box("mdia", Sample.box("hdlr", new byte[8], Sample.ascii("soun"), new byte[12]));
        var voice = Sample.concat(
                head,
                Sample.box("moov", Sample.box("trak", sound), Sample.box("udta", Sample.ascii(Sample.PLACE))),
                Sample.box("mdat", Sample.ascii("words")));
        var kept = clean(voice, "录音.m4a");
        assertThat(kept.as()).isEqualTo(FileType.M4A);
        assertThat(new String(kept.whole(), StandardCharsets.ISO_8859_1))
                .contains("words")
                .doesNotContain(Sample.PLACE);
        refused(Sample.film("isom"), "录音.m4a", "文件名不符");
    }

    @Test
    void whoSendsHeicHearsWhatToDo() {
        refused(Sample.box("ftyp", Sample.ascii("heic"), new byte[4], Sample.ascii("mif1heic")), "IMG_1.HEIC", "兼容性最佳");
    }
}
