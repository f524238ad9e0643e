package org.minqing.organisation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.minqing.organisation.LocalityFiles.Demonstration;
import org.minqing.organisation.LocalityFiles.Header;
import org.minqing.organisation.LocalityFiles.Organisation;
import org.minqing.policy.PolicyFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Finds the folders of localities and reads them. */
class LocalityReader {

    private final ResourcePatternResolver resources;

    LocalityReader(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /**
     * @param folders location of the folder that holds one folder for each locality, such as {@code classpath*:localities}
     * @throws IllegalStateException naming file and field, if a file cannot be read
     */
    List<LocalityFiles> read(String folders) {
        try {
            List<LocalityFiles> found = new ArrayList<>();
            for (Resource header : resources.getResources(folders + "/*/" + LocalityFiles.LOCALITY)) {
                found.add(readFolder(header));
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot list " + folders + ": " + e.getMessage(), e);
        }
    }

    private LocalityFiles readFolder(Resource header) throws IOException {
        Resource organisation = header.createRelative(LocalityFiles.ORGANISATION);
        Resource demonstration = header.createRelative(LocalityFiles.DEMONSTRATION);
        String[] path = header.getURL().getPath().split("/");
        String folder = path[path.length - 2];
        return new LocalityFiles(
                folder,
                parse(header, folder, Header.class),
                parse(organisation, folder, Organisation.class),
                demonstration.exists() ? parse(demonstration, folder, Demonstration.class) : null);
    }

    private static <T> T parse(Resource file, String folder, Class<T> type) {
        return new PolicyFile(folder + "/" + file.getFilename(), file).read(type);
    }
}
