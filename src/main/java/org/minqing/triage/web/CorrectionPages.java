package org.minqing.triage.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Facts;
import org.minqing.appeal.Judgement;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.appeal.kind.DangerKind;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.organisation.UnitTree;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.minqing.triage.Corrections;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Mends a judgement on a page: danger in three taps, everything else below it. */
@Controller
class CorrectionPages implements HoldsForm {

    private final Correcting correcting;
    private final Corrections corrections;
    private final AppealTypes types;
    private final Categories categories;
    private final Localities localities;
    private final FieldMessages messages;

    CorrectionPages(
            Correcting correcting,
            Corrections corrections,
            AppealTypes types,
            Categories categories,
            Localities localities,
            FieldMessages messages) {
        this.correcting = correcting;
        this.corrections = corrections;
        this.types = types;
        this.categories = categories;
        this.localities = localities;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/correction")
    ModelAndView ask(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Query("task") Map<String, String> asked) {
        var appeal = correcting.correctable(person, number);
        return page(person, appeal, new CorrectionForm(asked), Map.of());
    }

    @PostMapping("/desk/appeals/{number}/correction")
    ModelAndView correct(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam Map<String, String> sent) {
        var appeal = correcting.correctable(person, number);
        var form = new CorrectionForm(sent);
        try {
            correcting.correct(person, appeal, form.json(), form.seen());
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, appeal, form, messages.of(e)));
        }
        // Whoever has given the task away by that reads there that it is not his any more.
        return PageAnswer.seeOther(
                form.task().isEmpty()
                        ? "/desk/appeals/" + number + "#corrections"
                        : "/desk/tasks/" + correcting.goesOn(person, number, form.task()));
    }

    private ModelAndView page(StaffMember person, Appeal appeal, CorrectionForm form, Map<String, String> problems) {
        var locality = localities.get(appeal.locality());
        return new ModelAndView("desk/correction")
                .addObject("person", person)
                .addObject("appeal", appeal)
                .addObject("place", UnitTree.place(locality, appeal.unit(), appeal.address()))
                .addObject("unitName", UnitTree.name(locality, appeal.handlingUnit(), ""))
                .addObject("typeName", types.typeName(locality.code(), appeal.type()))
                .addObject("categoryName", categories.nameOf(locality.code(), appeal.category()))
                .addObject("types", types.typesOf(locality.code()))
                .addObject("categories", categories.of(locality.code()))
                .addObject("units", places(appeal))
                .addObject("dangers", DangerKind.values())
                .addObject("flags", flags())
                .addObject("now", form.whole() ? form.typed() : now(appeal))
                .addObject("form", form)
                .addObject("seen", corrections.of(appeal.number()).size())
                .addObject("problems", problems);
    }

    private List<Unit> places(Appeal appeal) {
        return localities.get(appeal.locality()).areas().stream()
                .filter(unit -> unit.parent() != null)
                .toList();
    }

    private static List<String> flags() {
        return Facts.NONE.asMap().entrySet().stream()
                .filter(fact -> fact.getValue() instanceof Boolean)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** As it is judged, under the names of the fields. */
    private static Map<String, String> now(Appeal appeal) {
        var j = Judgement.of(appeal);
        var now = new LinkedHashMap<String, String>();
        now.put("type", j.type());
        now.put("category", j.category());
        now.put("location.unit", j.unit());
        j.facts().asMap().forEach((name, value) -> {
            if (!Boolean.FALSE.equals(value) && !Integer.valueOf(0).equals(value)) {
                now.put("facts." + name, value.toString());
            }
        });
        return now;
    }
}
