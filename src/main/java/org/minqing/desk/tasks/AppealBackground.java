package org.minqing.desk.tasks;

import java.util.List;
import org.minqing.access.AppealAccess;
import org.minqing.access.ResidentContacts;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Subjects;
import org.minqing.desk.appeal.AppealSheet;
import org.minqing.desk.appeal.AppealSheets;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.hints.AppealHints;
import org.minqing.security.StaffMember;
import org.minqing.sla.LimitChanges;
import org.minqing.triage.LongerLimits;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The card of the appeal, its deadlines and the path so far. */
@Component
class AppealBackground implements TaskBackground {

    private static final int LATEST_STEPS = 3;

    /** The form of the task in which the subject is named. */
    private static final String NAMING = "nameSubject";

    /** A clock that still runs. */
    record Deadline(String clock, TimeLeft time, String narration) {}

    private final AppealAccess access;
    private final AppealSheets sheets;
    private final LimitChanges changes;
    private final LongerLimits longer;
    private final TaskLists lists;
    private final ContactPurposes purposes;
    private final AppealHints hints;
    private final Subjects subjects;
    private final ResidentContacts contacts;

    AppealBackground(
            AppealAccess access,
            AppealSheets sheets,
            LimitChanges changes,
            LongerLimits longer,
            TaskLists lists,
            ContactPurposes purposes,
            AppealHints hints,
            Subjects subjects,
            ResidentContacts contacts) {
        this.access = access;
        this.sheets = sheets;
        this.changes = changes;
        this.longer = longer;
        this.lists = lists;
        this.purposes = purposes;
        this.hints = hints;
        this.subjects = subjects;
        this.contacts = contacts;
    }

    @Override
    public String kind() {
        return TaskSubject.APPEAL;
    }

    @Override
    public void show(StaffMember person, WorkItem task, ModelAndView page) {
        var appeal = access.visible(person, task.subject().number());
        var sheet = sheets.of(appeal);
        var steps = sheet.timeline();
        var withheld = contacts.withheld(person, appeal.number());
        page.addObject("sheet", sheet)
                .addObject("hints", hints.line(appeal))
                .addObject("deadlines", deadlines(sheet))
                .addObject("steps", steps)
                .addObject("latest", steps.subList(Math.max(0, steps.size() - LATEST_STEPS), steps.size()))
                .addObject("asked", asked(appeal))
                .addObject("mayCorrect", access.offersCorrection(person, appeal))
                .addObject("accused", accused(task))
                .addObject("withheld", person.mayReadContacts() && withheld)
                .addObject("purposes", person.mayReadContacts() && !withheld ? purposes.texts() : List.of());
    }

    /** Whom the resident complains about, for whoever finds out who that is; null on all other tasks. */
    private String accused(WorkItem task) {
        return task.form().equals(NAMING)
                ? subjects.accused(task.subject().number()).orElse(null)
                : null;
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
                .or(() -> longer.question(appeal.number()))
                .orElse(null);
    }
}
