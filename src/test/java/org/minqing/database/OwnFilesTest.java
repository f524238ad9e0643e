package org.minqing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Value;

/** Nobody but the program's own account reads its database or replaces the programs that run it. */
@MinqingTest
@DisabledOnOs(OS.WINDOWS)
class OwnFilesTest {

    @TempDir
    Path temp;

    @Value("${minqing.data-dir}")
    Path dataDir;

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Path open(Path path) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void theFolderOfARunningDatabaseIsClosedToOthers() throws IOException {
        assertThat(permissions(dataDir)).isEqualTo("rwx------");
        assertThat(permissions(dataDir.resolve("postgres"))).isEqualTo("rwx------");
        assertThat(permissions(dataDir.resolve("runtime"))).isEqualTo("rwx------");
        assertThat(permissions(dataDir.resolve("lock"))).isEqualTo("rw-------");
    }

    @Test
    void whatStoodOpenIsClosed() throws IOException {
        var folder = open(Files.createDirectory(temp.resolve("data")));
        var file = open(Files.createFile(temp.resolve("lock")));
        OwnFiles.folder(folder);
        OwnFiles.file(file);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aFolderOfOthersIsNeitherClosedNorUsed() throws IOException {
        var shared = open(Files.createDirectory(temp.resolve("shared")));
        Files.createFile(shared.resolve("somebody-elses"));
        assertThatThrownBy(() -> OwnFiles.home(shared))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Others may write to it");
        assertThat(permissions(shared)).isEqualTo("rwxrwxrwx");
    }

    @Test
    void aFolderThatWasThereIsClosedOnlyWhereOthersCouldWrite() throws IOException {
        var readable = Files.createDirectory(temp.resolve("readable"));
        Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(readable.resolve("somebody-elses"));
        assertThat(permissions(OwnFiles.home(readable))).isEqualTo("rwxr-xr-x");
        assertThat(permissions(OwnFiles.home(open(Files.createDirectory(temp.resolve("empty"))))))
                .isEqualTo("rwx------");
        var ours = open(Files.createDirectory(temp.resolve("ours")));
        Files.createDirectory(ours.resolve("postgres"));
        assertThat(permissions(OwnFiles.home(ours))).isEqualTo("rwx------");
    }

    @Test
    void programsThatOthersCouldHaveReplacedAreUnpackedAgain() throws IOException {
        var runtime = Files.createDirectory(temp.resolve("runtime"));
        var program = Files.createFile(runtime.resolve("postgres"));
        OwnFiles.folder(runtime);
        OwnFiles.programs(runtime);
        assertThat(program).exists();
        open(runtime);
        OwnFiles.programs(runtime);
        assertThat(program).doesNotExist();
        assertThat(permissions(runtime)).isEqualTo("rwx------");
    }
}
