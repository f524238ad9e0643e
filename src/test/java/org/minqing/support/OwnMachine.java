package org.minqing.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Tests do from one address what a town does in a year: for a node on this folder 127.0.0.1, and no other address, is a hall. */
public final class OwnMachine {

    private OwnMachine() {}

    public static void isAHall(Path data) {
        try (var program = OwnMachine.class.getResourceAsStream("/limits.yml")) {
            var rules = new String(program.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var halls = "halls:\n- {name: tests, networks: [\"127.0.0.1\"], times: 1000000}";
            if (!rules.contains("halls: []")) {
                throw new IllegalStateException("limits.yml has halls of its own");
            }
            // As the node itself would make it.
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(data.resolve("limits.yml"), rules.replace("halls: []", halls));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
