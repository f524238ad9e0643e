package org.minqing.process.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.minqing.process.engine.EngineRefusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The engine's form service with our two gates in it. What a form shows is made on the spot and never stored as a
 * variable; what a form sends is checked and taken by the application, and never reaches the engine unchecked. Tasklist
 * and the engine's REST interface know only this service.
 */
// The engine offers the same object under its own name.
@Primary
@Component
public class AppealFormService extends FormServiceImpl {

    // Resolved late: they need the engine, which needs this service.
    private final ObjectProvider<TaskGate> tasks;
    private final ObjectProvider<RegistrationGate> registrations;
    private final ObjectMapper json;

    AppealFormService(
            ObjectProvider<TaskGate> tasks, ObjectProvider<RegistrationGate> registrations, ObjectMapper json) {
        this.tasks = tasks;
        this.registrations = registrations;
        this.json = json;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        var shown = EngineRefusals.in(() -> tasks.getObject().shown(taskId));
        // Asked although nobody reads its answer: it is the engine that knows whether this person may read variables.
        super.getTaskFormVariables(taskId, names, deserialize);
        var variables = Variables.createVariables();
        shown.forEach((name, value) -> {
            if (names == null || names.contains(name)) {
                variables.putValueTyped(name, SpinValues.jsonValue(write(value)).create());
            }
        });
        return variables;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    /** Who may not know of a task hears the same as about one that is not there. */
    @Override
    public TaskFormData getTaskFormData(String taskId) {
        EngineRefusals.in(() -> tasks.getObject().requireVisible(taskId));
        return super.getTaskFormData(taskId);
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        var withheld = EngineRefusals.in(() -> tasks.getObject().withheld(taskId));
        var form = super.getDeployedTaskForm(taskId);
        return withheld.isEmpty() ? form : without(withheld, form);
    }

    /** The form without some answers to its first question. */
    private InputStream without(Set<String> withheld, InputStream form) {
        try (form) {
            var tree = json.readTree(form);
            for (var component : tree.path("components")) {
                if ("action".equals(component.path("key").asText())) {
                    var values = component.path("values").elements();
                    while (values.hasNext()) {
                        if (withheld.contains(values.next().path("value").asText())) {
                            values.remove();
                        }
                    }
                }
            }
            return new ByteArrayInputStream(json.writeValueAsBytes(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream getDeployedStartForm(String definition) {
        try (var template = super.getDeployedStartForm(definition)) {
            var text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            return new ByteArrayInputStream(registrations.getObject().form(text).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> answers) {
        try {
            EngineRefusals.in(() -> tasks.getObject().complete(taskId, SentAnswers.read(answers)));
        } catch (BadUserRequestException e) {
            // The one refusal of a form that the engine's interface knows: any other it answers with 500.
            throw new FormFieldValidationException(taskId, e.getMessage(), e);
        }
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> answers, boolean d) {
        submitTaskForm(taskId, answers);
        return Variables.createVariables();
    }

    @Override
    public ProcessInstance submitStartForm(String definition, Map<String, Object> answers) {
        return EngineRefusals.in(() -> registrations.getObject().register(SentAnswers.read(answers)));
    }

    @Override
    public ProcessInstance submitStartForm(String definition, String businessKey, Map<String, Object> answers) {
        return submitStartForm(definition, answers);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
