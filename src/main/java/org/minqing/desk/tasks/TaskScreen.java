package org.minqing.desk.tasks;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts together the page of one task: what it is about, and the form. */
@Component
class TaskScreen {

    private final Map<String, TaskBackground> backgrounds;
    private final TaskForm form;

    TaskScreen(List<TaskBackground> backgrounds, TaskForm form) {
        this.backgrounds = backgrounds.stream().collect(Collectors.toMap(TaskBackground::kind, Function.identity()));
        this.form = form;
    }

    /**
     * @param problems what is wrong with each field, in Chinese
     * @throws Refusal if this person may not see what the task is about
     */
    ModelAndView of(StaffMember person, WorkItem task, TaskFilter filter, Typed typed, Map<String, String> problems) {
        var page = new ModelAndView("desk/task")
                .addObject("person", person)
                .addObject("line", TaskLists.line(task))
                .addObject("filter", filter)
                .addObject("fields", form.lines(person, task, typed, problems))
                .addObject(
                        "takesFiles",
                        task.fields().stream().anyMatch(f -> f.type().equals(TaskFiles.TYPE)))
                .addObject("problems", problems);
        var background = backgrounds.get(task.subject().kind());
        if (background != null) {
            background.show(person, task, page);
        }
        return page;
    }
}
