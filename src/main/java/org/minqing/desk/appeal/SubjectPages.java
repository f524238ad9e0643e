package org.minqing.desk.appeal;

import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.access.ConfidentialRules;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Subjects;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Names the member of staff whom an appeal is about (被反映人), who from then on does not see it. */
@Controller
class SubjectPages implements HoldsForm {

    private final AppealAccess access;
    private final Subjects subjects;
    private final Duties duties;
    private final Colleagues colleagues;
    private final Capacity capacity;
    private final ConfidentialRules rules;
    private final FieldMessages messages;

    SubjectPages(
            AppealAccess access,
            Subjects subjects,
            Duties duties,
            Colleagues colleagues,
            Capacity capacity,
            ConfidentialRules rules,
            FieldMessages messages) {
        this.access = access;
        this.subjects = subjects;
        this.duties = duties;
        this.colleagues = colleagues;
        this.capacity = capacity;
        this.rules = rules;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/subject")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return page(person, appeal(person, number).number(), Map.of());
    }

    @PostMapping("/desk/appeals/{number}/subject")
    ModelAndView name(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "subject", defaultValue = "") String named) {
        var appeal = appeal(person, number);
        duties.require(number, person.userId(), Duty.NAMING);
        try {
            subjects.name(appeal, capacity.of(person, appeal), member(person, named));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, number, messages.of(e)));
        }
        return PageAnswer.seeOther("/desk/appeals/" + number);
    }

    /** @throws Refusal if this person may not see it, or names nobody */
    private Appeal appeal(StaffMember person, String number) {
        if (!rules.names(person)) {
            throw Refusal.notFound();
        }
        return access.visible(person, number);
    }

    /** @throws InvalidInput if nobody of this locality was chosen, or the person himself, who would lock himself out */
    private String member(StaffMember person, String named) {
        if (named.equals(person.userId())) {
            throw new InvalidInput("subject", "不能登记自己，请由他人登记", "must be somebody else");
        }
        return others(person).stream()
                .map(Colleagues.Colleague::userId)
                .filter(named::equals)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("subject", "请选择一名工作人员", "is nobody who works here"));
    }

    private ModelAndView page(StaffMember person, String number, Map<String, String> problems) {
        return new ModelAndView("desk/subject")
                .addObject("number", number)
                .addObject("person", person)
                .addObject("named", subjects.of(number))
                .addObject("colleagues", others(person))
                .addObject("problems", problems);
    }

    private List<Colleagues.Colleague> others(StaffMember person) {
        return colleagues.of(person.locality()).stream()
                .filter(c -> !c.userId().equals(person.userId()))
                .toList();
    }
}
