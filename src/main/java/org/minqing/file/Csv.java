package org.minqing.file;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Writes records of RFC 4180. A spreadsheet would compute what begins like a formula, so such a cell gets an apostrophe in
 * front, and so does one that already looks defused: taking one away gives back exactly what was there.
 */
public final class Csv {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r＝＋－＠]");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    private final Writer to;

    public Csv(Writer to) {
        this.to = to;
    }

    /** One record. */
    public void write(Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            to.write(i == 0 ? "" : ",");
            to.write(cells[i] == null ? "" : cell(cells[i].toString()));
        }
        to.write("\r\n");
    }

    static String cell(String text) {
        var safe = FORMULA.matcher(text).lookingAt() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
