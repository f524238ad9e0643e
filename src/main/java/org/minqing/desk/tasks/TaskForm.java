package org.minqing.desk.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.minqing.desk.worklist.Replies;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Lays out the form of a task. Which field is shown when comes from the task itself; nothing is worked out here. */
@Component
class TaskForm {

    private final Replies replies;
    private final ObjectMapper json;

    TaskForm(Replies replies, ObjectMapper json) {
        this.replies = replies;
        this.json = json;
    }

    List<FormLine> lines(StaffMember person, WorkItem task, Typed typed, Map<String, String> problems) {
        var texts = replies.of(person.locality(), task.form());
        return task.fields().stream()
                .map(field -> line(task, field, typed, problems.get(field.key()), texts.get(field.key())))
                .toList();
    }

    private FormLine line(WorkItem task, WorkItem.Field field, Typed typed, String problem, List<String> replies) {
        return new FormLine(
                field.key(),
                field.label(),
                field.hint(),
                field.type(),
                field.required(),
                field.maxLength(),
                field.choices().stream()
                        .map(c -> new FormLine.Option(
                                c.value(), c.label(), typed.all(field.key()).contains(c.value())))
                        .toList(),
                typed.one(field.key()),
                typed.shows(task, field),
                shownWhen(field),
                task.fields().stream()
                        .anyMatch(
                                f -> f.shownWhen() != null && f.shownWhen().on().contains(field.key())),
                typed.hiding(task, field).stream().map(WorkItem.Choice::label).toList(),
                problem,
                replies == null ? List.of() : replies);
    }

    private String shownWhen(WorkItem.Field field) {
        try {
            return field.shownWhen() == null ? null : json.writeValueAsString(field.shownWhen());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
