package org.minqing.organisation;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.minqing.organisation.LocalityFiles.Demonstration;
import org.minqing.organisation.LocalityFiles.Header;
import org.minqing.organisation.LocalityFiles.Organisation;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Finds the folders of localities and reads them strictly: what it does not know is a spelling mistake, not an extension. */
class LocalityReader {

    private final YAMLMapper yaml = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
            .build();
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

    private <T> T parse(Resource file, String folder, Class<T> type) {
        String name = folder + "/" + file.getFilename();
        try (var in = file.getInputStream()) {
            return yaml.readValue(in, type);
        } catch (JsonMappingException e) {
            throw new IllegalStateException(name + ": " + path(e) + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(LocalityReader::step)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }
}
