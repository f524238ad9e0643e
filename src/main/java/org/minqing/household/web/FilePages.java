package org.minqing.household.web;

import java.util.Map;
import org.minqing.household.Household;
import org.minqing.household.HouseholdAccess;
import org.minqing.household.HouseholdAppeals;
import org.minqing.household.HouseholdLooks;
import org.minqing.household.HouseholdPurposes;
import org.minqing.household.HouseholdReading;
import org.minqing.household.HouseholdRules;
import org.minqing.household.Households;
import org.minqing.household.Need;
import org.minqing.household.colour.HouseholdColours;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The file of a household, and what is written down in it without changing who lives there. */
@Controller
class FilePages implements HoldsForm {

    private static final String FILE = "/desk/households/{id}";

    private final HouseholdAccess access;
    private final Households households;
    private final HouseholdLooks looks;
    private final HouseholdAppeals appeals;
    private final HouseholdPurposes purposes;
    private final HouseholdRules rules;
    private final FileSheets sheets;
    private final HouseholdColours colours;
    private final FieldMessages messages;

    FilePages(
            HouseholdAccess access,
            Households households,
            HouseholdLooks looks,
            HouseholdAppeals appeals,
            HouseholdPurposes purposes,
            HouseholdRules rules,
            FileSheets sheets,
            HouseholdColours colours,
            FieldMessages messages) {
        this.access = access;
        this.households = households;
        this.looks = looks;
        this.appeals = appeals;
        this.purposes = purposes;
        this.rules = rules;
        this.sheets = sheets;
        this.colours = colours;
        this.messages = messages;
    }

    @GetMapping(FILE)
    ModelAndView file(@AuthenticationPrincipal StaffMember person, @PathVariable("id") String id) {
        return page(person, access.visible(person, id), false, Map.of(), Map.of());
    }

    /** With all that he may see, for this one answer: the next page asks for a purpose again. */
    @PostMapping(FILE + "/look")
    ModelAndView look(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> sent) {
        // A purpose of one's own goes before one that was tapped.
        var typed = Typed.of(sent, "lookPurpose tapped");
        var household = access.visible(person, id);
        try {
            var purpose = typed.getOrDefault("lookPurpose", typed.getOrDefault("tapped", ""));
            looks.look(person, household, purpose, HouseholdLooks.Way.FILE);
            return page(person, household, true, Map.of(), Map.of());
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, household, false, typed, messages.of(e)));
        }
    }

    @PostMapping(FILE + "/contact")
    ModelAndView contacted(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = Typed.of(sent, "contactDay");
        return done(
                person, id, typed, "", () -> households.contacted(person, id, typed.getOrDefault("contactDay", "")));
    }

    @PostMapping(FILE + "/notes")
    ModelAndView note(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = Typed.of(sent, "line");
        return done(person, id, typed, "#notes", () -> households.note(person, id, typed.getOrDefault("line", "")));
    }

    @PostMapping(FILE + "/needs")
    ModelAndView need(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = Typed.of(sent, HouseholdReading.NEED);
        return done(person, id, typed, "#needs", () -> {
            access.keptWhole(person, id);
            households.addNeed(person, id, HouseholdReading.need(typed, rules.longestNeed(), households.today()));
        });
    }

    @PostMapping(FILE + "/needs/end")
    ModelAndView endNeed(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam(name = "need", defaultValue = "") String need) {
        return done(person, id, Map.of(), "#needs", () -> households.endNeed(person, id, need));
    }

    @PostMapping(FILE + "/appeals")
    ModelAndView tie(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = Typed.of(sent, "appeal about");
        return done(
                person,
                id,
                typed,
                "#matters",
                () -> appeals.tie(person, id, typed.getOrDefault("appeal", ""), typed.getOrDefault("about", "")));
    }

    @PostMapping(FILE + "/appeals/removal")
    ModelAndView untie(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam(name = "appeal", defaultValue = "") String number) {
        return done(person, id, Map.of(), "#matters", () -> appeals.untie(person, id, number));
    }

    /** Does it and shows the file; where it cannot be done, the file with what was typed and what is wrong. */
    private ModelAndView done(StaffMember person, String id, Map<String, String> typed, String where, Runnable act) {
        try {
            act.run();
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, access.visible(person, id), false, typed, messages.of(e)));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            return PageAnswer.refused(
                    page(person, access.visible(person, id), false, typed, Map.of())
                            .addObject("refused", e.zh()),
                    HttpStatus.CONFLICT);
        }
        return PageAnswer.seeOther("/desk/households/" + id + where);
    }

    private ModelAndView page(
            StaffMember person,
            Household household,
            boolean looked,
            Map<String, String> typed,
            Map<String, String> problems) {
        var keeps = household.ended() == null && access.keeps(person, household.unit());
        var grant = access.sensitive(person, household.unit());
        return new ModelAndView("households/file")
                .addObject("person", person)
                .addObject("sheet", sheets.of(person, household, looked, looked && grant))
                .addObject("colours", colours.sheet(person, household))
                .addObject("keeps", keeps)
                .addObject("keepsWhole", keeps && grant)
                .addObject("grant", grant)
                .addObject("purposes", purposes.texts())
                .addObject("rhythms", Need.Rhythm.values())
                .addObject("waits", households.waits(household))
                .addObject("minorsUnder", rules.minorsUnder())
                .addObject("longestNote", rules.longestNote())
                .addObject("longestNeed", rules.longestNeed())
                .addObject("today", households.today().toString())
                .addObject("typed", typed)
                .addObject("problems", problems);
    }
}
