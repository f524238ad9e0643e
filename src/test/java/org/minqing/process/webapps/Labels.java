package org.minqing.process.webapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** One language of one of the engine's web applications: every text by its path in the file, in the file's order. */
record Labels(Map<String, String> texts) {

    static Labels of(String application, String language) {
        var file = new ClassPathResource(
                "META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(application, language));
        try {
            // The English files begin with a byte order mark.
            var json = file.getContentAsString(StandardCharsets.UTF_8).replace("\uFEFF", "");
            var texts = new LinkedHashMap<String, String>();
            read("", new ObjectMapper().readTree(json), texts);
            return new Labels(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String at(String path) {
        return texts.getOrDefault(path, "");
    }

    private static void read(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                read(path + "/" + i, node.get(i), texts);
            }
        } else {
            node.properties().forEach(e -> read(path + "/" + e.getKey(), e.getValue(), texts));
        }
    }
}
