package org.minqing.desk.tasks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.access.ContactPurposes;
import org.minqing.access.LookWay;
import org.minqing.access.ResidentContacts;
import org.minqing.desk.worklist.Worklist;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** How to reach the resident, shown once on the page of the task; what was typed so far stays in the form. */
@Controller
class TaskContactPage implements HoldsForm {

    private final Worklist worklist;
    private final AppealAccess access;
    private final ResidentContacts contacts;
    private final ContactPurposes purposes;
    private final TaskScreen screen;
    private final TaskFiles files;
    private final Mishaps mishaps;

    TaskContactPage(
            Worklist worklist,
            AppealAccess access,
            ResidentContacts contacts,
            ContactPurposes purposes,
            TaskScreen screen,
            TaskFiles files,
            Mishaps mishaps) {
        this.worklist = worklist;
        this.access = access;
        this.contacts = contacts;
        this.purposes = purposes;
        this.screen = screen;
        this.files = files;
        this.mishaps = mishaps;
    }

    @PostMapping("/desk/tasks/{taskId}/contact")
    ModelAndView contact(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("taskId") String taskId,
            @RequestParam(name = "_purpose", defaultValue = "") String purpose,
            @RequestParam(name = "_list", required = false) String list,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> photos) {
        var task = worklist.find(person, taskId).orElse(null);
        if (task == null) {
            return mishaps.gone(person);
        }
        var filter = TaskFilter.of(list);
        var typed = Typed.of(sent);
        var appeal = access.contactVisible(person, task.subject().number());
        if (!purposes.texts().contains(purpose)) {
            return PageAnswer.badRequest(screen.of(person, task, filter, typed, Map.of("contact", "请选择查看原因。")));
        }
        try {
            files.keep(request, person, task, photos, typed);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(screen.of(person, task, filter, typed, TaskPages.texts(e)));
        }
        var contact = contacts.reveal(person, appeal.number(), purpose, LookWay.TASK_PAGE);
        return screen.of(person, task, filter, typed, Map.of())
                .addObject("revealed", true)
                .addObject("contact", contact.orElse(null));
    }
}
