package org.minqing.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/**
 * A part of a workbook while it is unpacked and read. What a reader of XML holds at a time is bounded here: a text, an attribute, and
 * no comment, type or section at all, for spreadsheets write none.
 */
final class PartStream extends FilterInputStream {

    /** From one tag to the next. */
    private static final int LONGEST_RUN = 1 << 20;

    /** A mark of UTF-8 and the beginning of a tag. */
    private static final int HEAD = 4;

    private final IntConsumer take;
    private long read;
    private int run;
    private boolean opened;

    /** @param take hears how many bytes were unpacked, and refuses where they are too many */
    PartStream(InputStream unpacked, IntConsumer take) {
        super(unpacked);
        this.take = take;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int n = super.read(into, from, most);
        if (n > 0) {
            take.accept(n);
            for (int i = from; i < from + n; i++) {
                look(into[i]);
            }
        }
        return n;
    }

    private void look(byte one) {
        // Nothing of that is in a file in UTF-8 that a spreadsheet wrote, but for the line at its head.
        if (one == 0 || opened && (one == '!' || one == '?' && read > HEAD)) {
            throw new IllegalArgumentException("No part of a workbook");
        }
        read++;
        opened = one == '<';
        run = opened ? 0 : run + 1;
        if (run > LONGEST_RUN) {
            throw UnreadableSheet.tooLarge();
        }
    }
}
