package org.minqing.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** A YAML file of the program's policy, read strictly: what is not known, missing, empty or there twice is a mistake. */
public final class PolicyFile {

    private static final ObjectReader YAML = StrictYaml.whole();

    private final String name;
    private final Resource file;

    /** @param path as on the class path, such as {@code supervision.yml} */
    public PolicyFile(String path) {
        this(path, new ClassPathResource(path));
    }

    /** @param name by which those who wrote it know it */
    public PolicyFile(String name, Resource file) {
        this.name = name;
        this.file = file;
    }

    public boolean exists() {
        return file.exists();
    }

    /** @throws IllegalStateException naming file and field, if it cannot be used */
    public <T> T read(Class<T> type) {
        return read(YAML.forType(type));
    }

    /** @throws IllegalStateException naming file and field, if it cannot be used */
    public <T> T read(TypeReference<T> type) {
        return read(YAML.forType(type));
    }

    private <T> T read(ObjectReader reader) {
        try (var in = file.getInputStream()) {
            T value = reader.readValue(in);
            if (value == null) {
                throw new IllegalStateException(name + ": is empty");
            }
            return value;
        } catch (JsonMappingException e) {
            var at = e.getPath().isEmpty() ? "" : StrictYaml.path(e) + ": ";
            throw new IllegalStateException(name + ": " + at + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }
}
