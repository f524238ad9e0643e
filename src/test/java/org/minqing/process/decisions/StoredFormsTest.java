package org.minqing.process.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.minqing.process.forms.FormFiles;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist draws what the engine stores, and knows nothing of parts. */
@MinqingTest
class StoredFormsTest {

    @Autowired
    RepositoryService repository;

    @Test
    void theEngineStoresTheWholeFormsThatTheServerChecks() throws IOException {
        var stored = stored();

        assertThat(stored).isEqualTo(FormFiles.onClassPath());
        assertThat(new ObjectMapper()
                        .readTree(stored.get("forms/call-resident.form"))
                        .findValuesAsText("id"))
                .contains("Card_appeal", "Field_contacted")
                .doesNotContain("Part_appealCard");
    }

    private HashMap<String, String> stored() throws IOException {
        var texts = new HashMap<String, String>();
        for (var deployment :
                repository.createDeploymentQuery().orderByDeploymentTime().asc().list()) {
            for (var name : repository.getDeploymentResourceNames(deployment.getId())) {
                if (name.endsWith(".form")) {
                    try (var in = repository.getResourceAsStream(deployment.getId(), name)) {
                        texts.put(name, new String(in.readAllBytes(), UTF_8));
                    }
                }
            }
        }
        return texts;
    }
}
