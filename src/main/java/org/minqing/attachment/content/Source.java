package org.minqing.attachment.content;

/** Bytes that are read where they are needed, because all of them may be too many for the memory. */
public interface Source {

    long length();

    /** Fills it with the bytes from there on; the caller asks for none behind the end. */
    void read(long at, byte[] into);

    /** All of a file that fits into memory. */
    static Source of(byte[] bytes) {
        return new Source() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void read(long at, byte[] into) {
                System.arraycopy(bytes, (int) at, into, 0, into.length);
            }
        };
    }
}
