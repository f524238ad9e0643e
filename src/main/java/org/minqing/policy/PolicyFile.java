package org.minqing.policy;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;

/** A YAML file of the program's policy, read strictly: what is not known, missing, empty or there twice is a mistake. */
public final class PolicyFile {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL).withValueNulls(Nulls.FAIL))
            .build();

    private final ClassPathResource file;

    /** @param path as on the class path, such as {@code supervision.yml} */
    public PolicyFile(String path) {
        file = new ClassPathResource(path);
    }

    public boolean exists() {
        return file.exists();
    }

    /** @throws IllegalStateException naming the file, if it cannot be used */
    public <T> T read(Class<T> type) {
        return read(YAML.constructType(type));
    }

    /** @throws IllegalStateException naming the file, if it cannot be used */
    public <T> T read(TypeReference<T> type) {
        return read(YAML.constructType(type));
    }

    private <T> T read(JavaType type) {
        try (var in = file.getInputStream()) {
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new IllegalStateException(file.getPath() + " cannot be used: " + e.getMessage(), e);
        }
    }
}
