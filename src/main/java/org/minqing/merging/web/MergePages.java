package org.minqing.merging.web;

import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealNumber;
import org.minqing.merging.Joining;
import org.minqing.merging.Merging;
import org.minqing.merging.Similar;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A dispatcher sees both appeals side by side before he says that they are one: it cannot be undone. */
@Controller
class MergePages implements HoldsForm {

    private final AppealAccess access;
    private final Capacity capacity;
    private final Merging merging;
    private final Joining joining;
    private final Similar similar;
    private final MergeSides sides;
    private final FieldMessages messages;

    MergePages(
            AppealAccess access,
            Capacity capacity,
            Merging merging,
            Joining joining,
            Similar similar,
            MergeSides sides,
            FieldMessages messages) {
        this.access = access;
        this.capacity = capacity;
        this.merging = merging;
        this.joining = joining;
        this.similar = similar;
        this.sides = sides;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/merge")
    ModelAndView compare(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "original", defaultValue = "") String typed) {
        var duplicate = access.visible(person, number);
        try {
            return page(person, duplicate, typed, Map.of())
                    .addObject("original", sides.of(original(person, duplicate, typed)))
                    .addObject(
                            "reason",
                            similar.reason(duplicate, original(person, duplicate, typed))
                                    .orElse(null));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, duplicate, typed, messages.of(e)));
        }
    }

    @PostMapping("/desk/appeals/{number}/merge")
    ModelAndView merge(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "original", defaultValue = "") String typed) {
        var duplicate = access.visible(person, number);
        try {
            var original = original(person, duplicate, typed).number();
            merging.merge(duplicate.number(), original, capacity.of(person, duplicate));
            return PageAnswer.seeOther("/desk/appeals/" + original);
        } catch (InvalidInput e) {
            return PageAnswer.refused(page(person, duplicate, typed, messages.of(e)), HttpStatus.BAD_REQUEST);
        }
    }

    /** What its resident made part of another matter is another one after all. */
    @PostMapping("/desk/appeals/{number}/part")
    ModelAndView part(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        var own = access.visible(person, number);
        joining.part(own.number(), capacity.of(person, own));
        return PageAnswer.seeOther("/desk/appeals/" + own.number());
    }

    private ModelAndView page(StaffMember person, Appeal duplicate, String typed, Map<String, String> problems) {
        return new ModelAndView("desk/merge")
                .addObject("person", person)
                .addObject("duplicate", sides.of(duplicate))
                .addObject("typed", typed)
                .addObject("problems", problems);
    }

    /** @throws InvalidInput if it is no number, or none of an appeal that he may see: both look alike */
    private Appeal original(StaffMember person, Appeal duplicate, String typed) {
        var number = AppealNumber.read(typed)
                .map(AppealNumber::toString)
                .orElseThrow(() -> new InvalidInput("original", "请填原诉求编号", "is no number of an appeal"));
        try {
            return access.visible(person, number);
        } catch (Refusal e) {
            throw new InvalidInput("original", "没有这个编号的诉求，或不在本地", "no such appeal here");
        }
    }
}
