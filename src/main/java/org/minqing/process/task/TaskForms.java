package org.minqing.process.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.code.Coded;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.dispatch.Dispatching;
import org.minqing.handling.ResultOutcome;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Role;
import org.minqing.process.forms.FormFiles;
import org.minqing.process.forms.FormSchema;
import org.minqing.relay.Relays;
import org.springframework.stereotype.Component;

/** The forms of the tasks, and the choices in them that depend on the locality. */
@Component
public class TaskForms {

    /** One line of a pick-list, under the names that form-js expects. */
    public record Choice(String value, String label) {}

    private final Map<String, FormSchema> byId = new HashMap<>();
    private final Localities localities;
    private final AppealTypes types;
    private final Categories categories;
    private final Relays relays;

    TaskForms(Localities localities, AppealTypes types, Categories categories, Relays relays) {
        this.localities = localities;
        this.types = types;
        this.categories = categories;
        this.relays = relays;
        for (var form : FormFiles.onClassPath().values()) {
            var schema = FormSchema.parse(form);
            byId.put(schema.id(), schema);
        }
    }

    /** @throws IllegalArgumentException if no form has that id */
    FormSchema get(String id) {
        var schema = byId.get(id);
        if (schema == null) {
            throw new IllegalArgumentException("No form " + id);
        }
        return schema;
    }

    /** The form of a user task: the same name, by convention that the model test holds. */
    FormSchema ofTask(String taskKey) {
        return get(taskKey.substring(taskKey.indexOf('_') + 1));
    }

    /** The pick-lists of a task by their {@code valuesKey}. */
    Map<String, List<Choice>> choices(TaskSubject subject) {
        var locality = localities.get(subject.locality());
        var posts = locality.posts().stream()
                .filter(post -> post.role() == Role.HANDLER)
                .map(post -> locality.holdersOf(post.code(), subject.unit()))
                .filter(holders -> holders.size() == 1)
                .map(holders -> holders.get(0))
                .map(holding -> new Choice(holding.post().code(), holding.label()))
                .toList();
        var holders = Dispatching.choices(locality, subject.unit()).stream()
                .map(holding -> new Choice(holding.group(), holding.label()))
                .toList();
        var outcomes = subject.outcomes().stream()
                .map(code -> Coded.of(ResultOutcome.class, code))
                .map(outcome -> new Choice(outcome.code(), outcome.label()))
                .toList();
        return Map.of("units", units(locality), "posts", posts, "holders", holders, "outcomes", outcomes);
    }

    /** The pick-lists of the start form: a new type, channel or category is in them by itself. */
    Map<String, List<Choice>> choices(Locality locality) {
        return Map.of(
                "types",
                types.typesOf(locality.code()).stream()
                        .map(type -> new Choice(type.code(), type.name()))
                        .toList(),
                "channels",
                locality.channels().stream()
                        .map(channel -> new Choice(channel.code(), channel.name()))
                        .toList(),
                "categories",
                categories.of(locality.code()).stream()
                        .map(category -> new Choice(category.code(), category.name()))
                        .toList(),
                "relayers",
                relays.names().entrySet().stream()
                        .map(role -> new Choice(role.getKey(), role.getValue()))
                        .toList(),
                "units",
                units(locality));
    }

    private static List<Choice> units(Locality locality) {
        return locality.areas().stream()
                .filter(unit -> unit.parent() != null)
                .map(unit -> new Choice(unit.code(), unit.name()))
                .toList();
    }

    static Map<String, List<String>> values(Map<String, List<Choice>> choices) {
        var values = new HashMap<String, List<String>>();
        choices.forEach(
                (key, list) -> values.put(key, list.stream().map(Choice::value).toList()));
        return values;
    }
}
