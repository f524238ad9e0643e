package org.minqing.split.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.organisation.UnitTree;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.minqing.split.SplitDesk;
import org.minqing.split.SplittingRules;
import org.minqing.split.SubCases;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Splits an appeal on a page, and takes a sub-case out. */
@Controller
class SplitPages implements HoldsForm {

    private final SplitDesk desk;
    private final SubCases subCases;
    private final SplittingRules rules;
    private final Categories categories;
    private final Localities localities;
    private final FieldMessages messages;

    SplitPages(
            SplitDesk desk,
            SubCases subCases,
            SplittingRules rules,
            Categories categories,
            Localities localities,
            FieldMessages messages) {
        this.desk = desk;
        this.subCases = subCases;
        this.rules = rules;
        this.categories = categories;
        this.localities = localities;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/split")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return page(person, desk.led(person, number), new SplitForm(Map.of()), Map.of());
    }

    @PostMapping("/desk/appeals/{number}/split")
    ModelAndView split(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam Map<String, String> typed) {
        var appeal = desk.led(person, number);
        var form = new SplitForm(typed);
        try {
            desk.split(person, number, form.json(rules.most()));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, appeal, form, messages.of(e)));
        }
        return PageAnswer.seeOther("/desk/appeals/" + number + "#split");
    }

    /** Of a sub-case; the page is that of the whole. */
    @PostMapping("/desk/appeals/{number}/removal")
    ModelAndView takeOut(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "ground", defaultValue = "") String typed) {
        var whole = desk.wholeLed(person, number);
        try {
            desk.takeOut(person, number, typed.replace("\r\n", "\n"));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, whole, new SplitForm(Map.of()), messages.of(e))
                    .addObject("takingOut", number)
                    .addObject("ground", typed));
        }
        return PageAnswer.seeOther("/desk/appeals/" + whole.number() + "#split");
    }

    private ModelAndView page(StaffMember person, Appeal appeal, SplitForm form, Map<String, String> problems) {
        var locality = localities.get(appeal.locality());
        var lines = appeal.subCase() ? List.of() : subCases.lines(appeal);
        return new ModelAndView("desk/split")
                .addObject("person", person)
                .addObject("appeal", appeal)
                .addObject("place", UnitTree.place(locality, appeal.unit(), appeal.address()))
                .addObject("subCases", lines)
                .addObject("offered", desk.offered(person, appeal))
                .addObject("fewest", lines.isEmpty() ? rules.fewest() : 1)
                .addObject("shortestGround", rules.shortestGround())
                .addObject("blocks", IntStream.range(0, rules.most()).boxed().toList())
                .addObject("categories", categories.of(appeal.locality()))
                .addObject("units", places(appeal))
                .addObject("form", form)
                .addObject("problems", problems);
    }

    private List<Unit> places(Appeal appeal) {
        return localities.get(appeal.locality()).areas().stream()
                .filter(unit -> unit.parent() != null)
                .toList();
    }
}
