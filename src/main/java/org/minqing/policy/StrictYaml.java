package org.minqing.policy;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Collectors;

/** YAML that people write: what is not known, there twice or of another kind is a spelling mistake, not an extension. */
public final class StrictYaml {

    private StrictYaml() {}

    /** For those who list every fault at once: what is missing or empty is null, and theirs to find. */
    public static ObjectReader withGaps() {
        return mapper(Nulls.SET).reader();
    }

    /** What is missing or empty is a mistake, unless the field says otherwise. */
    static ObjectReader whole() {
        return mapper(Nulls.FAIL).reader();
    }

    /** Where in the file it is, such as {@code units[2].code}; empty if it is not said. */
    public static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(StrictYaml::step)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }

    private static YAMLMapper mapper(Nulls missing) {
        return YAMLMapper.builder(YAMLFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                // Durations such as PT10S, and times of the day such as "22:00".
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(missing, missing))
                .build();
    }
}
