package org.minqing.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.Test;

class NativeProgramsTest {

    private static final int SEVERAL_PROCESSORS = 0xCAFEBABE;
    private static final int INTEL = 0x01000007;
    private static final int APPLE = 0x0100000C;

    /** The next version of the binaries might part them: then pom.xml needs darwin-arm64v8 beside the others. */
    @Test
    void whatComesForMacOsRunsOnBothOfItsProcessorsWithoutTranslation() throws IOException {
        assertThat(processors("Darwin", "aarch64")).contains(INTEL, APPLE);
    }

    private static List<Integer> processors(String system, String machine) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new NativePrograms().getPgBinary(system, machine)))) {
            for (var file = tar.getNextEntry(); file != null; file = tar.getNextEntry()) {
                if (file.getName().endsWith("bin/postgres")) {
                    return processors(ByteBuffer.wrap(tar.readNBytes(4096)));
                }
            }
            throw new AssertionError("No server for " + system);
        }
    }

    /** From the header of the program: how many there are, then of each its processor and four more numbers. */
    private static List<Integer> processors(ByteBuffer program) {
        assertThat(program.getInt()).isEqualTo(SEVERAL_PROCESSORS);
        var processors = new ArrayList<Integer>();
        for (int left = program.getInt(); left > 0; left--) {
            processors.add(program.getInt());
            program.position(program.position() + 16);
        }
        return processors;
    }
}
