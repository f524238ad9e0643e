package org.minqing.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;

/**
 * PostgreSQL for the processor it runs on. What comes for macOS holds programs for both of its processors, under the name
 * of the older one: on the newer one the library would find nothing, warn of emulation, and take it all the same.
 */
class NativePrograms implements PgBinaryResolver {

    /** @throws IllegalStateException if there is nothing for this machine */
    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, system.equals("Darwin") ? "x86_64" : machine);
    }
}
