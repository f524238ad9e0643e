package org.minqing.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.minqing.file.SheetDownload;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.people.list.Importing;
import org.minqing.people.list.StaffLists;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Many accounts at once: a list is uploaded, what it would do is shown, and then done. */
@Controller
class ImportPages implements HoldsForm {

    private final Importing importing;
    private final StaffLists lists;
    private final SheetDownload download;
    private final FieldMessages messages;

    ImportPages(Importing importing, StaffLists lists, SheetDownload download, FieldMessages messages) {
        this.importing = importing;
        this.lists = lists;
        this.download = download;
        this.messages = messages;
    }

    @GetMapping("/admin/people/template.xlsx")
    void template(HttpServletResponse response) throws IOException {
        lists.template(response);
    }

    @GetMapping("/admin/people/import")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person) {
        return page(person, Map.of());
    }

    @PostMapping("/admin/people/import")
    ModelAndView show(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "file", required = false) MultipartFile file)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new InvalidInput("file", "请选择一个文件", "is required");
            }
            return shown(person, importing.show(file.getBytes()));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, messages.of(e)));
        }
    }

    @PostMapping("/admin/people/import/confirm")
    ModelAndView bring(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "list", defaultValue = "") String list,
            @RequestParam(name = "seen", defaultValue = "") String seen) {
        try {
            var done = importing.bring(person, list, seen);
            return new ModelAndView("people/imported")
                    .addObject("person", person)
                    .addObject("done", done)
                    .addObject("rows", lists.passwords(done))
                    .addObject("list", lists.carried(done));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, messages.of(e)));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            return PageAnswer.refused(
                    shown(person, importing.show(list)).addObject("refused", e.zh()), HttpStatus.CONFLICT);
        }
    }

    /** What the page shows, as a file: it is carried there and back, and kept nowhere. */
    @PostMapping("/admin/people/import/passwords.xlsx")
    void passwords(@RequestParam(name = "list", defaultValue = "") String list, HttpServletResponse response)
            throws IOException {
        download.xlsx(lists.passwords(list), null, response);
    }

    private static ModelAndView page(StaffMember person, Map<String, String> problems) {
        return new ModelAndView("people/import").addObject("person", person).addObject("problems", problems);
    }

    private static ModelAndView shown(StaffMember person, Importing.Shown shown) {
        return page(person, Map.of())
                .addObject("shown", shown.dryRun())
                .addObject("list", shown.list())
                .addObject("seen", shown.dryRun().digest());
    }
}
