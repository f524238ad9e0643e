package org.minqing.desk.ledger;

import java.util.Map;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.minqing.sla.Alarms;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All alarms of a locality, and the form by which an auditor takes one; neither touches the ledger. */
@Controller
class AlarmPages implements HoldsForm {

    private static final String PATH = "/desk/ledger/alarms";

    private final LedgerLists lists;
    private final Alarms alarms;
    private final AlarmTaking taking;
    private final FieldMessages messages;

    AlarmPages(LedgerLists lists, Alarms alarms, AlarmTaking taking, FieldMessages messages) {
        this.lists = lists;
        this.alarms = alarms;
        this.taking = taking;
        this.messages = messages;
    }

    @GetMapping(PATH)
    ModelAndView list(@AuthenticationPrincipal StaffMember person, @Query Map<String, String> none) {
        return page(person, Map.of(), "", "");
    }

    @PostMapping(PATH)
    ModelAndView take(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "id", defaultValue = "") String id,
            @RequestParam(name = "inquiry", defaultValue = "") String typed) {
        var words = typed.replace("\r\n", "\n").strip();
        try {
            taking.take(person, id, words);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, messages.of(e), id, words));
        } catch (Refusal e) {
            // What he wrote is not lost, and below it stands who was faster.
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            return PageAnswer.refused(page(person, Map.of("inquiry", e.zh()), id, words), HttpStatus.CONFLICT);
        }
        return PageAnswer.seeOther(PATH + "#alarm-" + id);
    }

    private ModelAndView page(StaffMember person, Map<String, String> problems, String taken, String words) {
        return new ModelAndView("ledger/alarms")
                .addObject("person", person)
                .addObject("alarms", lists.alarms(person, AlarmTaking.MOST))
                .addObject("untaken", alarms.untaken(person.locality()))
                .addObject("taken", taken)
                .addObject("words", words)
                .addObject("problems", problems);
    }
}
