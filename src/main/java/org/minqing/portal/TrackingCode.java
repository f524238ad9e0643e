package org.minqing.portal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What residents type to look an appeal up. */
final class TrackingCode {

    /** Nothing else is looked up, so nothing odd reaches the database. */
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");

    /** An appeal number, also without its dashes. */
    private static final Pattern NUMBER =
            Pattern.compile("([A-Z]{2})\\p{Pd}?[0-9]{8}\\p{Pd}?[0-9]{4}(?:\\p{Pd}[0-9]{1,2})?");

    private TrackingCode() {}

    static boolean isOne(String code) {
        return CODE.matcher(code).matches();
    }

    /** As people copy it: in groups, in small letters, with signs of full width or with an O for a zero. */
    static String normalised(String typed) {
        return plain(typed)
                .replaceAll("\\p{Pd}", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Whether somebody typed the number instead, which by itself opens nothing. */
    static boolean isNumber(String typed) {
        return NUMBER.matcher(plain(typed)).matches();
    }

    /** In groups of four, as it is read out. */
    static String grouped(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }
}
