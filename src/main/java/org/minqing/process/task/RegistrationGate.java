package org.minqing.process.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.minqing.access.Registering;
import org.minqing.access.Registrar;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Facts;
import org.minqing.intake.Attempt;
import org.minqing.intake.Intake;
import org.minqing.intake.SubmissionReader;
import org.minqing.organisation.Locality;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.forms.FormValidator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The start form of the person at the desk. What he writes goes through the same intake as what residents send; none of it
 * becomes a process variable.
 */
@Component
@Transactional
class RegistrationGate {

    private final IdentityService identity;
    private final RuntimeService runtime;
    private final ApplicationAuthority authority;
    private final Registering registering;
    private final TaskForms forms;
    private final SubmissionReader reader;
    private final Intake intake;
    private final ObjectMapper json;

    RegistrationGate(
            IdentityService identity,
            RuntimeService runtime,
            ApplicationAuthority authority,
            Registering registering,
            TaskForms forms,
            SubmissionReader reader,
            Intake intake,
            ObjectMapper json) {
        this.identity = identity;
        this.runtime = runtime;
        this.authority = authority;
        this.registering = registering;
        this.forms = forms;
        this.reader = reader;
        this.intake = intake;
        this.json = json;
    }

    /**
     * @throws AuthorizationException           if the signed-in person is no registrar
     * @throws org.minqing.problem.InvalidInput naming each answer that does not fit
     */
    ProcessInstance register(Map<String, Object> answers) {
        var person = identity.getCurrentAuthentication();
        var desk = desk();
        var schema = forms.get(AppealHandling.START_FORM);
        var choices = TaskForms.values(forms.choices(desk.locality()));
        var accepted = new Answers(schema, FormValidator.validate(schema, answers, choices));
        var submission = reader.read(body(desk.locality(), accepted));
        var key = UUID.randomUUID().toString();
        var receipt = authority.run(() -> intake.accept(
                submission,
                Attempt.of(key, key),
                new Actor(person.getUserId(), desk.as().label())));
        return authority.run(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(receipt.number())
                .processDefinitionKey(AppealHandling.PROCESS)
                .singleResult());
    }

    /** The form as this registrar sees it, with the types, channels, categories and units of his locality. */
    String form(String template) throws JsonProcessingException {
        var form = json.readTree(template);
        var choices = forms.choices(desk().locality());
        for (var field : form.findParents("valuesKey")) {
            var list = choices.get(field.path("valuesKey").asText());
            ((ObjectNode) field).remove("valuesKey");
            ((ObjectNode) field).set("values", json.valueToTree(list));
        }
        return json.writeValueAsString(form);
    }

    private Registrar desk() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .flatMap(person -> registering.atDesk(person.getGroupIds()))
                .orElseThrow(() -> new AuthorizationException("只有值班登记员可以登记诉求。Only a registrar may register appeals."));
    }

    /** Who told of it, and the one through whom it came to the desk. */
    private static void relayed(ArrayNode relayedBy, Answers answers) {
        if ("relayed".equals(answers.text("told"))) {
            relayedBy
                    .addObject()
                    .put("as", answers.text("relayerAs"))
                    .put("name", answers.text("relayerName"))
                    .put("phone", answers.text("relayerPhone"));
            if (answers.text("passedOnAs") != null || answers.text("passedOnName") != null) {
                relayedBy.addObject().put("as", answers.text("passedOnAs")).put("name", answers.text("passedOnName"));
            }
        }
    }

    private ObjectNode body(Locality locality, Answers answers) {
        var body = json.createObjectNode().put("locality", locality.code());
        for (var name : List.of("channel", "type", "category", "title", "description", "accused")) {
            body.put(name, answers.text(name));
        }
        var location = body.putObject("location");
        location.put("unit", answers.text("unit"));
        location.put("address", answers.text("address"));
        var resident = body.putObject("resident");
        resident.put("name", answers.text("name"));
        resident.put("phone", answers.text("phone"));
        resident.put("anonymous", answers.yes("anonymous"));
        relayed(body.putArray("relayedBy"), answers);
        var facts = body.putObject("facts");
        Facts.NONE.asMap().forEach((name, none) -> {
            if (none instanceof Boolean) {
                facts.put(name, answers.yes(name));
            } else if (none instanceof String) {
                facts.put(name, answers.text(name));
            } else {
                facts.put(name, answers.number(name));
            }
        });
        return body;
    }
}
