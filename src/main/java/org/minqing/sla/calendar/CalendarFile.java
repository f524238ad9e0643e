package org.minqing.sla.calendar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One yearly file that was found to be sound.
 *
 * @param name as shown in messages; ends in {@code <year>.yml}
 * @param text with line ends of one character, whatever system it was written on, so that nodes agree on its digest
 */
record CalendarFile(String name, String text, CalendarYear year) {

    private static final Pattern NAME = Pattern.compile("(?:.*[/\\\\])?(\\d{4})\\.yml");

    /** @throws CalendarFileException naming file and entries */
    static CalendarFile of(String name, byte[] content) {
        return of(name, decode(name, content).replace("\uFEFF", "").replace("\r\n", "\n"));
    }

    /** @throws CalendarFileException naming file and entries */
    static CalendarFile of(String name, String text) {
        var year = NAME.matcher(name);
        if (!year.matches()) {
            throw new CalendarFileException(
                    name, "文件名", "应为年份加 .yml，如 2027.yml", "the name has to be the year and .yml, such as 2027.yml");
        }
        try {
            var entries = CalendarEntries.parse(text);
            return new CalendarFile(
                    name, text, new CalendarCheck(name, Integer.parseInt(year.group(1))).sound(entries));
        } catch (IOException e) {
            throw new CalendarFileException(name, List.of(YamlFaults.of(e)));
        }
    }

    String digest() {
        return DigestUtils.sha256Hex(text);
    }

    private static String decode(String name, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CalendarFileException(name, "编码", "不是 UTF-8", "is not UTF-8");
        }
    }
}
