package org.minqing.attachment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.appeal.Appeal;
import org.minqing.attachment.AddedFiles;
import org.minqing.attachment.AttachmentUse;
import org.minqing.attachment.SentFiles;
import org.minqing.code.Coded;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Whoever handles an appeal shows how it was before and how it is now; whoever wrote it down adds the page of the book. */
@Controller
class AddingPages implements HoldsForm {

    static final List<AttachmentUse> OF_STAFF =
            List.of(AttachmentUse.BEFORE, AttachmentUse.AFTER, AttachmentUse.EVIDENCE, AttachmentUse.ADDED);

    private final AddedFiles added;
    private final SentFiles files;
    private final AppealAccess access;
    private final Capacity capacity;
    private final FieldMessages messages;

    AddingPages(AddedFiles added, SentFiles files, AppealAccess access, Capacity capacity, FieldMessages messages) {
        this.added = added;
        this.files = files;
        this.access = access;
        this.capacity = capacity;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/attachments")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return page(person, access.summarisable(person, number), Map.of(), Map.of());
    }

    @PostMapping("/desk/appeals/{number}/attachments")
    ModelAndView add(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "photos", required = false) List<MultipartFile> photos) {
        var appeal = access.summarisable(person, number);
        var typed = new HashMap<>(sent);
        try {
            files.keep(request, person.userId(), photos, typed);
            var use = use(typed.getOrDefault("use", ""));
            added.byStaff(number, capacity.of(person, appeal), use, SentFiles.ids(typed));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, appeal, typed, messages.of(e)));
        }
        return PageAnswer.seeOther("/desk/appeals/" + number + "#attachments-title");
    }

    /** @throws InvalidInput if staff add nothing for that */
    static AttachmentUse use(String code) {
        return Coded.find(AttachmentUse.class, code)
                .filter(OF_STAFF::contains)
                .orElseThrow(
                        () -> new InvalidInput("use", "请选择是办理前、办理后还是佐证", "must be before, after, evidence or added"));
    }

    private ModelAndView page(
            StaffMember person, Appeal appeal, Map<String, String> typed, Map<String, String> problems) {
        return new ModelAndView("desk/add-attachments")
                .addObject("person", person)
                .addObject("appeal", appeal)
                .addObject("uses", OF_STAFF)
                .addObject("typed", typed)
                .addObject("problems", problems);
    }
}
