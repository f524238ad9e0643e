package org.minqing.people.list;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.minqing.problem.InvalidInput;

/**
 * A table that a page carries from one form to the next, packed into a field: so nothing of a list, or of its passwords, is
 * kept here that somebody might forget to delete.
 */
public final class CarriedList {

    private static final int MOST_BYTES = 4 << 20;

    private CarriedList() {}

    /** @param lines of cells without tabs and line ends */
    public static String pack(List<List<String>> lines) {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            for (var line : lines) {
                packing.write((String.join("\t", line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * @param width how many cells each line has
     * @throws InvalidInput if it is not what {@link #pack} made
     */
    public static List<List<String>> unpack(String packed, int width) {
        try (var unpacking = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed)))) {
            var bytes = unpacking.readNBytes(MOST_BYTES);
            if (unpacking.read() < 0) {
                var lines = new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> Arrays.asList(line.split("\t", -1)))
                        .toList();
                if (lines.size() <= ListColumns.MOST_ROWS && lines.stream().allMatch(line -> line.size() == width)) {
                    return lines;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // As below.
        }
        throw new InvalidInput("list", "页面内容不完整，请重新上传", "is not what the page carried");
    }
}
