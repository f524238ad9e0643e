package org.minqing.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Data folders that no earlier run has touched. */
final class Folders {

    private Folders() {}

    static Path empty(String name) throws IOException {
        var folder = Report.FOLDER.resolve(name);
        FileSystemUtils.deleteRecursively(folder);
        return folder;
    }
}
