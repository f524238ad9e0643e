package org.minqing.desk.tasks;

import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.appeal.Appeal;
import org.minqing.desk.appeal.AppealSheet;
import org.minqing.desk.appeal.AppealSheets;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.minqing.sla.LimitChanges;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts together the page of one task: the card of its appeal, the path so far, and the form. */
@Component
class TaskScreen {

    private static final int LATEST_STEPS = 3;

    /** A clock that still runs. */
    record Deadline(String clock, TimeLeft time, String narration) {}

    private final AppealAccess access;
    private final AppealSheets sheets;
    private final LimitChanges changes;
    private final TaskLists lists;
    private final TaskForm form;
    private final ContactPurposes purposes;

    TaskScreen(
            AppealAccess access,
            AppealSheets sheets,
            LimitChanges changes,
            TaskLists lists,
            TaskForm form,
            ContactPurposes purposes) {
        this.access = access;
        this.sheets = sheets;
        this.changes = changes;
        this.lists = lists;
        this.form = form;
        this.purposes = purposes;
    }

    /**
     * @param problems what is wrong with each field, in Chinese
     * @throws Refusal if this person may not see the appeal
     */
    ModelAndView of(StaffMember person, WorkItem task, TaskFilter filter, Typed typed, Map<String, String> problems) {
        var appeal = access.visible(person, task.number());
        var sheet = sheets.of(appeal);
        var steps = sheet.timeline();
        return new ModelAndView("task")
                .addObject("person", person)
                .addObject("line", lists.line(task))
                .addObject("filter", filter)
                .addObject("sheet", sheet)
                .addObject("deadlines", deadlines(sheet))
                .addObject("steps", steps)
                .addObject("latest", steps.subList(Math.max(0, steps.size() - LATEST_STEPS), steps.size()))
                .addObject("asked", asked(appeal))
                .addObject("purposes", mayAsk(person, task) ? purposes.texts() : List.of())
                .addObject("fields", form.lines(person, task, typed, problems))
                .addObject("problems", problems);
    }

    private List<Deadline> deadlines(AppealSheet sheet) {
        return sheet.clocks().stream()
                .filter(clock -> clock.outcome() == null)
                .map(clock -> new Deadline(clock.clock(), lists.time(clock.dueAt()), clock.narration()))
                .toList();
    }

    /** What somebody asked for and waits to hear; null if nobody did. */
    private String asked(Appeal appeal) {
        return changes.waiting(appeal.number())
                .map(request -> request.words() + "：" + request.explanation())
                .orElse(null);
    }

    private boolean mayAsk(StaffMember person, WorkItem task) {
        try {
            access.contactVisible(person, task.number());
            return true;
        } catch (Refusal no) {
            return false;
        }
    }
}
