package org.minqing.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Files that nobody but the account of the program may read or replace, where the file system knows owners: the embedded
 * database trusts whoever reaches it, and its programs run with all that this account may do.
 */
final class OwnFiles {

    private static final Logger LOG = LoggerFactory.getLogger(OwnFiles.class);

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnFiles() {}

    /**
     * The folder that holds everything. One that was there before us is somebody's: it is left as it is, unless others could
     * write to it, and then closed only if nothing lies in it but ours.
     *
     * @throws IllegalStateException if others may write to it and something of theirs may lie in it, as in {@code /tmp}
     */
    static Path home(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            return folder(home);
        }
        if (!knowsOwners(home) || !othersMayWrite(home)) {
            return home;
        }
        if (!Files.isDirectory(home.resolve("postgres")) && !isEmpty(home)) {
            throw new IllegalStateException(home + " 别人也能写，里面还有别的文件，不能用作数据文件夹；请另建一个。Others may write to it and it holds"
                    + " other files: name a folder of its own for the data.");
        }
        return folder(home);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Makes the folder if it is not there, and closes it to everybody else. */
    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        close(folder, FOLDER);
        return folder;
    }

    static void file(Path file) throws IOException {
        close(file, FILE);
    }

    /** The same for programs that are unpacked into it: where others could have replaced them, they are unpacked again. */
    static Path programs(Path folder) throws IOException {
        if (Files.isDirectory(folder) && knowsOwners(folder) && othersMayWrite(folder)) {
            LOG.warn("Others could write to {}: the programs in it are unpacked again", folder);
            FileSystemUtils.deleteRecursively(folder);
        }
        return folder(folder);
    }

    private static boolean othersMayWrite(Path folder) throws IOException {
        return Files.getPosixFilePermissions(folder).stream().anyMatch(OTHERS_WRITE::contains);
    }

    /** @throws IllegalStateException if it belongs to somebody else */
    private static void close(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (!knowsOwners(path) || Files.getPosixFilePermissions(path).equals(permissions)) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, permissions);
        } catch (IOException e) {
            throw new IllegalStateException(
                    path + " 不属于运行民情的账号，不能用来放数据库。It does not belong to the account that runs Minqing, so"
                            + " nothing of the database may lie there.",
                    e);
        }
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
