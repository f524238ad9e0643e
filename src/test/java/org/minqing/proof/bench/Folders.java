package org.minqing.proof.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Data folders that no earlier run has touched. */
public final class Folders {

    private Folders() {}

    static Path empty(String name) throws IOException {
        return empty(Report.FOLDER, name);
    }

    public static Path empty(Path in, String name) throws IOException {
        var folder = in.resolve(name);
        FileSystemUtils.deleteRecursively(folder);
        return folder;
    }
}
