package org.minqing.support;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * The PostgreSQL that docker-compose.yml runs on, of the same major: the one that comes with the product is older. Its
 * programs are called the same, so they may not lie on the class path; pom.xml puts them into {@code target/postgres}.
 * There are some for x86-64 Linux only, where CI runs: elsewhere it is the one of the product.
 */
public final class NewerPostgres implements PgBinaryResolver {

    /** Whether this machine gets the newer one. */
    public static boolean here() {
        return isHere(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
        if (!isHere(system, machine)) {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        }
        try (var jar = new ZipFile(
                        Path.of("target", "postgres", "linux-amd64.jar").toFile());
                var programs = jar.getInputStream(jar.getEntry("postgres-linux-x86_64.txz"))) {
            return new ByteArrayInputStream(programs.readAllBytes());
        }
    }

    private static boolean isHere(String system, String machine) {
        return system.equals("Linux") && (machine.equals("amd64") || machine.equals("x86_64"));
    }
}
