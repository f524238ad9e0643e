package org.minqing.desk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minqing.process.forms.FormFiles;

/** The common replies fit the forms beside whose fields they are offered. */
class RepliesTest {

    /** Longest text by form and field. */
    private static Map<String, Map<String, Integer>> fields() throws IOException {
        var fields = new HashMap<String, Map<String, Integer>>();
        for (var text : FormFiles.onClassPath().values()) {
            var form = new ObjectMapper().readTree(text);
            var own = fields.computeIfAbsent(form.path("id").asText(), id -> new HashMap<>());
            form.path("components").forEach(component -> {
                if (List.of("textarea", "textfield")
                        .contains(component.path("type").asText())) {
                    assertThat(component.path("id").asText())
                            .as("the script finds a field by this")
                            .isEqualTo("Field_" + component.path("key").asText());
                    own.put(
                            component.path("key").asText(),
                            component.path("validate").path("maxLength").asInt(0));
                }
            });
        }
        return fields;
    }

    @Test
    void eachTextBelongsToAFieldAndIsShortEnoughToAddToIt() throws IOException {
        var fields = fields();
        var found = 0;
        try (var own = Files.list(Path.of("src/main/resources/localities"))) {
            var files = Stream.concat(
                            Stream.of(Path.of("src/main/resources/replies.yml")),
                            own.map(f -> f.resolve("replies.yml")))
                    .filter(Files::exists)
                    .toList();
            for (var file : files) {
                var forms = new YAMLMapper().readTree(file.toFile());
                for (var form : (Iterable<String>) forms::fieldNames) {
                    assertThat(fields).containsKey(form);
                    for (var field : (Iterable<String>) forms.path(form)::fieldNames) {
                        assertThat(fields.get(form)).as(form).containsKey(field);
                        for (var text : forms.path(form).path(field)) {
                            found++;
                            assertThat(text.asText().length())
                                    .as("%s.%s: %s", form, field, text)
                                    .isBetween(2, fields.get(form).get(field) / 2);
                            assertThat(text.asText()).doesNotContain("{", "}", "<", ">", "$");
                        }
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(20);
    }
}
