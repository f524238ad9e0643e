package org.minqing.household.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.minqing.household.Household;
import org.minqing.household.HouseholdAccess;
import org.minqing.household.HouseholdReading;
import org.minqing.household.Households;
import org.minqing.household.OwnerKind;
import org.minqing.household.Owners;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.position.CoordinateSystem;
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

/** Begins the file of a household, changes where it is and who looks after it, and ends it. */
@Controller
class FormPages implements HoldsForm {

    private static final String CHANGE = "/desk/households/{id}/change";

    private final HouseholdAccess access;
    private final Households households;
    private final Owners owners;
    private final FileSheets sheets;
    private final Localities localities;
    private final FieldMessages messages;

    FormPages(
            HouseholdAccess access,
            Households households,
            Owners owners,
            FileSheets sheets,
            Localities localities,
            FieldMessages messages) {
        this.access = access;
        this.households = households;
        this.owners = owners;
        this.sheets = sheets;
        this.localities = localities;
        this.messages = messages;
    }

    @GetMapping("/desk/households/new")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person) {
        return page(person, null, Map.of("since", households.today().toString()), 0, Map.of());
    }

    @PostMapping("/desk/households/new")
    ModelAndView open(@AuthenticationPrincipal StaffMember person, @RequestParam MultiValueMap<String, String> sent) {
        var typed = Typed.of(sent, HouseholdReading.HOUSEHOLD + " " + HouseholdReading.MEMBER);
        var page = page(person, null, typed, 0, Map.of());
        try {
            // Both, so that whoever left out two things is told of both.
            var problems = new ArrayList<InvalidInput>();
            var draft = read(
                    problems,
                    () -> HouseholdReading.household(localities.get(person.locality()), typed, households.today()));
            var householder = new LinkedHashMap<>(typed);
            householder.put("relation", "户主");
            householder.remove("groups");
            var about = read(problems, () -> HouseholdReading.member(List.of(), householder, households.today()));
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems.stream()
                        .flatMap(one -> one.problems().stream())
                        .toList());
            }
            return PageAnswer.seeOther("/desk/households/" + households.open(person, draft, about));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page.addObject("problems", messages.of(e)));
        }
    }

    @GetMapping(CHANGE)
    ModelAndView ask(@AuthenticationPrincipal StaffMember person, @PathVariable("id") String id) {
        var household = access.kept(person, id);
        return page(person, household, typed(household), household.version(), Map.of());
    }

    @PostMapping(CHANGE)
    ModelAndView change(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> sent) {
        var household = access.kept(person, id);
        var typed = Typed.of(sent, HouseholdReading.HOUSEHOLD);
        return saved(person, household, typed, () -> {
            var draft = HouseholdReading.household(localities.get(household.locality()), typed, households.today());
            households.change(person, id, Typed.version(sent), draft);
        });
    }

    @PostMapping("/desk/households/{id}/end")
    ModelAndView end(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> sent) {
        var household = access.kept(person, id);
        var typed = new LinkedHashMap<>(typed(household));
        typed.putAll(Typed.of(sent, "endReason"));
        return saved(
                person,
                household,
                typed,
                () -> households.end(person, id, Typed.version(sent), typed.getOrDefault("endReason", "")));
    }

    private ModelAndView saved(StaffMember person, Household household, Map<String, String> typed, Runnable act) {
        try {
            act.run();
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, household, typed, household.version(), messages.of(e)));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            // What he typed stays, below what was changed meanwhile; sent again, it is of the version that is shown.
            var now = access.kept(person, household.id().toString());
            return PageAnswer.refused(
                    page(person, now, typed, now.version(), Map.of())
                            .addObject("refused", e.zh())
                            .addObject("now", now),
                    HttpStatus.CONFLICT);
        }
        return PageAnswer.seeOther("/desk/households/" + household.id());
    }

    private static <T> T read(List<InvalidInput> problems, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput e) {
            problems.add(e);
            return null;
        }
    }

    private Map<String, String> typed(Household household) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("unit", household.unit());
        typed.put("address", household.address());
        typed.put("since", household.since().toString());
        if (household.point() != null) {
            typed.put("lng", String.valueOf(household.point().lng()));
            typed.put("lat", String.valueOf(household.point().lat()));
            typed.put("coordinates", household.point().system().code());
        }
        owners.named(household.id(), OwnerKind.WORKER).ifPresent(id -> typed.put("worker", id));
        owners.named(household.id(), OwnerKind.COVERING).ifPresent(id -> typed.put("covering", id));
        return typed;
    }

    /** @param household null for a new one */
    private ModelAndView page(
            StaffMember person,
            Household household,
            Map<String, String> typed,
            int version,
            Map<String, String> problems) {
        var units = access.kept(person);
        if (units.isEmpty()) {
            throw Refusal.notFound();
        }
        return new ModelAndView("households/form")
                .addObject("person", person)
                .addObject("household", household)
                .addObject("units", units)
                .addObject("workers", candidates(person, units, OwnerKind.WORKER))
                .addObject("coverers", candidates(person, units, OwnerKind.COVERING))
                .addObject("systems", CoordinateSystem.values())
                .addObject("version", version)
                .addObject("typed", typed)
                .addObject("problems", problems);
    }

    /** By user id; of all units in which he writes, because the unit is chosen on the same page. */
    private Map<String, String> candidates(StaffMember person, List<Unit> units, OwnerKind kind) {
        var all = new TreeSet<String>();
        units.forEach(unit -> all.addAll(owners.candidates(person.locality(), unit.code(), kind)));
        return sheets.labels(all);
    }
}
