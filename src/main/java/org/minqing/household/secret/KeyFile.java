package org.minqing.household.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** The file that holds the keys, which nobody but the account of the program reads. */
final class KeyFile {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String HEAD = """
            # 住户资料的密钥。丢了它，住户的保密内容再也打不开；和数据库分开备份，所有节点用同一个文件。
            # The keys of the households. Without it what is secret about them is lost for good: keep a copy away from the database,
            # and give every node this same file. A new key is a new line below the others; src/docs/operations.md tells how.
            """;

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    Path path() {
        return file;
    }

    /** @throws IllegalStateException if it cannot be read or used */
    KeyRing read() {
        try {
            return KeyRing.read(file.toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw KeyRing.refused(file + " 读不了", file + " cannot be read: " + e.getMessage());
        }
    }

    /** New keys; a file that somebody else made meanwhile stays. */
    void create(LocalDate today) {
        var text = new StringBuilder(HEAD);
        for (var kind : KeyKind.values()) {
            text.append(line(kind, today)).append('\n');
        }
        try {
            var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(file.toAbsolutePath().getParent(), attributes(posix, "rwx------"));
            try (var out = Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    attributes(posix, "rw-------"))) {
                out.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of the households cannot be written to " + file, e);
        }
    }

    /** A new key, as the file has it. */
    static String line(KeyKind kind, LocalDate today) {
        var bytes = new byte[KeyKind.BYTES];
        RANDOM.nextBytes(bytes);
        var sign = new byte[3];
        RANDOM.nextBytes(sign);
        return String.join(
                " ",
                kind.code(),
                DateTimeFormatter.BASIC_ISO_DATE.format(today)
                        + "-"
                        + HexFormat.of().formatHex(sign),
                kind.algorithm(),
                Base64.getEncoder().encodeToString(bytes));
    }

    private static FileAttribute<?>[] attributes(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
