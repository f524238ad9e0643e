package org.minqing.process.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Read once for each version: a definition never changes, and there are few of them. */
@Component
class CourseModels {

    private final RepositoryService repository;
    private final Map<String, CourseModel> processes = new ConcurrentHashMap<>();
    private final Map<String, DecisionTableWords> tables = new ConcurrentHashMap<>();

    CourseModels(RepositoryService repository) {
        this.repository = repository;
    }

    CourseModel process(String definitionId) {
        return processes.computeIfAbsent(definitionId, this::readProcess);
    }

    DecisionTableWords table(String definitionId) {
        return tables.computeIfAbsent(definitionId, this::readTable);
    }

    private CourseModel readProcess(String id) {
        var definition = repository.getProcessDefinition(id);
        try (var xml = repository.getProcessModel(id)) {
            return CourseModel.of(
                    definition.getKey(),
                    definition.getVersion(),
                    new String(xml.readAllBytes(), StandardCharsets.UTF_8),
                    repository.getBpmnModelInstance(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DecisionTableWords readTable(String id) {
        var definition = repository.getDecisionDefinition(id);
        return DecisionTableWords.of(
                definition.getVersion(), repository.getDmnModelInstance(id).getModelElementById(definition.getKey()));
    }
}
