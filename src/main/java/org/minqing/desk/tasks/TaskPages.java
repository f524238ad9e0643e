package org.minqing.desk.tasks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.minqing.access.Registering;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.desk.worklist.Worklist;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's tasks on his telephone: the list, one task, and what he does with it. */
@Controller
class TaskPages implements HoldsForm {

    /** Pages of tasks that the telephone fetches ahead, to be read where there is no network. */
    private static final int KEPT_AHEAD = 30;

    private final Worklist worklist;
    private final TaskLists lists;
    private final TaskScreen screen;
    private final TaskFiles files;
    private final Mishaps mishaps;
    private final Registering registering;

    TaskPages(
            Worklist worklist,
            TaskLists lists,
            TaskScreen screen,
            TaskFiles files,
            Mishaps mishaps,
            Registering registering) {
        this.worklist = worklist;
        this.lists = lists;
        this.screen = screen;
        this.files = files;
        this.mishaps = mishaps;
        this.registering = registering;
    }

    /** Whose page it is, for the service worker: it keeps pages of one person only. */
    @ModelAttribute
    void whose(@AuthenticationPrincipal StaffMember person, HttpServletResponse response) {
        response.setHeader("Desk-Person", person.userId());
    }

    @GetMapping("/desk/tasks")
    ModelAndView list(@AuthenticationPrincipal StaffMember person, @Query("list") Map<String, String> asked) {
        var filter = TaskFilter.of(asked.get("list"));
        var lines = lists.of(person);
        return new ModelAndView("desk/tasks")
                .addObject("person", person)
                .addObject("filter", filter)
                .addObject("tabs", TaskLists.tabs(lines))
                .addObject("lines", TaskLists.in(filter, lines))
                .addObject("nothing", lines.isEmpty())
                .addObject("reports", registering.outdoors(person.groups()).isPresent())
                .addObject(
                        "ahead",
                        lines.stream()
                                .limit(KEPT_AHEAD)
                                .map(line -> line.task().id())
                                .collect(Collectors.joining(" ")));
    }

    /** Besides the list it came from, an address may make choices in the form: that is how it works without scripts. */
    @GetMapping("/desk/tasks/{taskId}")
    ModelAndView task(
            @AuthenticationPrincipal StaffMember person, @PathVariable("taskId") String taskId, WebRequest request) {
        var task = worklist.find(person, taskId).orElse(null);
        if (task == null) {
            return mishaps.gone(person);
        }
        var known = task.fields().stream()
                .filter(f -> f.type().equals("radio"))
                .map(WorkItem.Field::key)
                .collect(Collectors.toSet());
        known.add("list");
        // Only now it is known which parameters there are: no argument could be read before.
        var asked = Parameters.read(request.getParameterMap(), known);
        return screen.of(person, task, TaskFilter.of(asked.get("list")), Typed.presets(task, asked), Map.of());
    }

    @PostMapping("/desk/tasks/{taskId}")
    ModelAndView submit(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("taskId") String taskId,
            @RequestParam(name = "_list", required = false) String list,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> photos,
            RedirectAttributes flash) {
        var task = worklist.find(person, taskId).orElse(null);
        if (task == null) {
            return mishaps.gone(person);
        }
        var filter = TaskFilter.of(list);
        var typed = Typed.of(sent);
        try {
            files.keep(request, person, task, photos, typed);
            worklist.complete(person, taskId, typed.answers(task));
        } catch (RuntimeException e) {
            var invalid = mishaps.invalid(e);
            return invalid == null
                    ? mishaps.refused(person, e)
                    : PageAnswer.badRequest(screen.of(person, task, filter, typed, texts(invalid)));
        }
        flash.addFlashAttribute("done", task.subject().number()).addFlashAttribute("doneTask", taskId);
        var next = lists.next(person, filter, task);
        return to(next.map(n -> "/desk/tasks/" + n.id()).orElse("/desk/tasks"), filter);
    }

    @PostMapping("/desk/tasks/{taskId}/claim")
    ModelAndView claim(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("taskId") String taskId,
            @RequestParam(name = "_list", required = false) String list) {
        return after(person, () -> worklist.claim(person, taskId), "/desk/tasks/" + taskId, list);
    }

    @PostMapping("/desk/tasks/{taskId}/release")
    ModelAndView release(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("taskId") String taskId,
            @RequestParam(name = "_list", required = false) String list) {
        return after(person, () -> worklist.release(person, taskId), "/desk/tasks", list);
    }

    private ModelAndView after(StaffMember person, Runnable act, String path, String list) {
        var filter = TaskFilter.of(list);
        try {
            act.run();
        } catch (RuntimeException e) {
            return mishaps.refused(person, e);
        }
        return to(path, filter);
    }

    private static ModelAndView to(String path, TaskFilter filter) {
        return PageAnswer.seeOther(filter == TaskFilter.ALL ? path : path + "?list=" + filter.code());
    }

    static Map<String, String> texts(InvalidInput invalid) {
        var texts = new LinkedHashMap<String, String>();
        invalid.problems().forEach(problem -> texts.putIfAbsent(problem.field(), problem.zh()));
        return texts;
    }
}
