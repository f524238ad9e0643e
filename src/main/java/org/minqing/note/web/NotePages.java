package org.minqing.note.web;

import java.util.Map;
import org.minqing.note.NoteLines;
import org.minqing.note.NoteRules;
import org.minqing.note.Notes;
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

/** Writes a note, with those before it; who may be mentioned is found out here and not on every look at the card. */
@Controller
class NotePages implements HoldsForm {

    private final Notes notes;
    private final NoteLines lines;
    private final NoteRules rules;
    private final FieldMessages messages;

    NotePages(Notes notes, NoteLines lines, NoteRules rules, FieldMessages messages) {
        this.notes = notes;
        this.lines = lines;
        this.rules = rules;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/notes")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return page(person, number, Map.of(), "", "");
    }

    @PostMapping("/desk/appeals/{number}/notes")
    ModelAndView write(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "note", defaultValue = "") String typed,
            @RequestParam(name = "mention", defaultValue = "") String mention) {
        var text = typed.replace("\r\n", "\n").strip();
        try {
            notes.write(person, number, text, mention.strip());
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, number, messages.of(e), text, mention));
        } catch (Refusal e) {
            // What he wrote stays in the page, below what was written meanwhile.
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            return PageAnswer.refused(page(person, number, Map.of("note", e.zh()), text, mention), HttpStatus.CONFLICT);
        }
        return card(number);
    }

    @PostMapping("/desk/appeals/{number}/notes/withdrawal")
    ModelAndView withdraw(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "id", defaultValue = "") String id) {
        notes.withdraw(person, number, id);
        return card(number);
    }

    private static ModelAndView card(String number) {
        return PageAnswer.seeOther("/desk/appeals/" + number + "#notes");
    }

    private ModelAndView page(
            StaffMember person, String number, Map<String, String> problems, String typed, String mention) {
        var appeal = notes.writable(person, number);
        return new ModelAndView("notes/write")
                .addObject("person", person)
                .addObject("appeal", appeal)
                .addObject("notes", lines.of(person, appeal))
                .addObject("colleagues", notes.mentionable(person, appeal))
                .addObject("most", rules.longest())
                .addObject("typed", typed)
                .addObject("mention", mention)
                .addObject("problems", problems);
    }
}
