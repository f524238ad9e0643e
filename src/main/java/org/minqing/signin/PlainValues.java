package org.minqing.signin;

import java.nio.charset.StandardCharsets;
import org.springframework.core.convert.support.GenericConversionService;

/**
 * A session holds short texts and nothing else. Objects of Java in the table would be built from whatever somebody wrote
 * there, and a new version of the program could not read those of the old one.
 */
final class PlainValues extends GenericConversionService {

    private static final int LONGEST = 200;

    PlainValues() {
        addConverter(Object.class, byte[].class, PlainValues::written);
        addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is no short text: whoever puts it there has to think again */
    private static byte[] written(Object value) {
        if (value instanceof String text && text.length() <= LONGEST) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw new IllegalArgumentException(
                "A session holds short texts only, and no " + value.getClass().getName());
    }
}
