package org.minqing.desk.tasks;

import java.time.InstantSource;
import java.util.List;
import org.minqing.access.AppealAccess;
import org.minqing.access.ContactPurposes;
import org.minqing.access.ResidentContacts;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Subjects;
import org.minqing.desk.appeal.AppealSheets;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.hints.AppealHints;
import org.minqing.merging.Together;
import org.minqing.security.StaffMember;
import org.minqing.sla.Clocks;
import org.minqing.sla.LimitChanges;
import org.minqing.sla.due.DueRules;
import org.minqing.split.SplitDesk;
import org.minqing.triage.LongerLimits;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The card of the appeal, its deadlines and the path so far. */
@Component
class AppealBackground implements TaskBackground {

    /** What was done last says what is to be done now, such as why it came back. */
    private static final int LATEST_STEPS = 1;

    /** The form of the task in which the subject is named. */
    private static final String NAMING = "nameSubject";

    /** A clock that still runs. */
    record Deadline(String clock, TimeLeft time, String narration) {}

    private final AppealAccess access;
    private final AppealSheets sheets;
    private final LimitChanges changes;
    private final LongerLimits longer;
    private final Clocks clocks;
    private final DueRules due;
    private final ContactPurposes purposes;
    private final AppealHints hints;
    private final Subjects subjects;
    private final ResidentContacts contacts;
    private final InstantSource clock;
    private final Together together;
    private final SplitDesk split;

    AppealBackground(
            AppealAccess access,
            AppealSheets sheets,
            LimitChanges changes,
            LongerLimits longer,
            Clocks clocks,
            DueRules due,
            ContactPurposes purposes,
            AppealHints hints,
            Subjects subjects,
            ResidentContacts contacts,
            InstantSource clock,
            Together together,
            SplitDesk split) {
        this.access = access;
        this.sheets = sheets;
        this.changes = changes;
        this.longer = longer;
        this.clocks = clocks;
        this.due = due;
        this.purposes = purposes;
        this.hints = hints;
        this.subjects = subjects;
        this.contacts = contacts;
        this.clock = clock;
        this.together = together;
        this.split = split;
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
        var reaches = access.reaches(person, appeal);
        var withheld = contacts.withheld(person, appeal.number());
        page.addObject("sheet", sheet)
                .addObject("hints", hints.line(appeal))
                .addObject("together", together.line(appeal).orElse(null))
                .addObject("deadlines", deadlines(appeal.number()))
                .addObject("steps", steps)
                .addObject("latest", steps.subList(Math.max(0, steps.size() - LATEST_STEPS), steps.size()))
                .addObject("asked", asked(appeal))
                .addObject("maySummarise", access.maySummarise(person, appeal))
                .addObject("mayCorrect", access.offersCorrection(person, appeal))
                .addObject("leads", access.leads(person, appeal))
                .addObject("maySplit", split.offered(person, appeal))
                .addObject("accused", accused(task))
                .addObject("mayAsk", reaches)
                .addObject("withheld", reaches && withheld)
                .addObject("purposes", reaches && !withheld ? purposes.texts() : List.of());
    }

    /** Whom the resident complains about, for whoever finds out who that is; null on all other tasks. */
    private String accused(WorkItem task) {
        return task.form().equals(NAMING)
                ? subjects.accused(task.subject().number()).orElse(null)
                : null;
    }

    /** A breached clock runs on until what it times is done. */
    private List<Deadline> deadlines(String number) {
        var now = clock.instant();
        return clocks.of(number).stream()
                .filter(c -> c.stoppedAt() == null)
                .map(c -> new Deadline(
                        c.kind().label(),
                        TimeLeft.of(due.of(c), now),
                        clocks.narrate(number, c).sentence()))
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
