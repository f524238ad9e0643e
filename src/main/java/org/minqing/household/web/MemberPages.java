package org.minqing.household.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.household.Household;
import org.minqing.household.HouseholdAccess;
import org.minqing.household.HouseholdLooks;
import org.minqing.household.HouseholdPurposes;
import org.minqing.household.HouseholdReading;
import org.minqing.household.Households;
import org.minqing.household.KeyGroups;
import org.minqing.household.Member;
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

/** The people of a household: whoever changes one sees all that is written of him, and that is a look. */
@Controller
class MemberPages implements HoldsForm {

    private static final String MEMBER = "/desk/households/{id}/members/{member}";

    private final HouseholdAccess access;
    private final Households households;
    private final HouseholdLooks looks;
    private final HouseholdPurposes purposes;
    private final KeyGroups groups;
    private final FieldMessages messages;

    MemberPages(
            HouseholdAccess access,
            Households households,
            HouseholdLooks looks,
            HouseholdPurposes purposes,
            KeyGroups groups,
            FieldMessages messages) {
        this.access = access;
        this.households = households;
        this.looks = looks;
        this.purposes = purposes;
        this.groups = groups;
        this.messages = messages;
    }

    @GetMapping("/desk/households/{id}/members/new")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person, @PathVariable("id") String id) {
        return page(person, access.keptWhole(person, id), null, Map.of(), Map.of());
    }

    @PostMapping("/desk/households/{id}/members/new")
    ModelAndView add(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> sent) {
        var household = access.keptWhole(person, id);
        var typed = Typed.of(sent, HouseholdReading.MEMBER);
        return saved(person, household, null, typed, () -> households.addMember(person, id, about(household, typed)));
    }

    @GetMapping(MEMBER)
    ModelAndView ask(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @PathVariable("member") String member) {
        var household = access.keptWhole(person, id);
        var found = households.member(household, member);
        looks.look(person, household, purposes.change(), HouseholdLooks.Way.CHANGE);
        return page(person, household, member, typed(found.about()), Map.of());
    }

    @PostMapping(MEMBER)
    ModelAndView change(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @PathVariable("member") String member,
            @RequestParam MultiValueMap<String, String> sent) {
        var household = access.keptWhole(person, id);
        households.member(household, member);
        var typed = Typed.of(sent, HouseholdReading.MEMBER);
        return saved(
                person,
                household,
                member,
                typed,
                () -> households.changeMember(person, id, Typed.version(sent), member, about(household, typed)));
    }

    @PostMapping(MEMBER + "/end")
    ModelAndView end(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @PathVariable("member") String member,
            @RequestParam MultiValueMap<String, String> sent) {
        var household = access.keptWhole(person, id);
        households.member(household, member);
        return saved(
                person,
                household,
                member,
                Map.of(),
                () -> households.endMember(person, id, Typed.version(sent), member));
    }

    private Member.About about(Household household, Map<String, String> typed) {
        return HouseholdReading.member(groups.of(household.locality()), typed, households.today());
    }

    private ModelAndView saved(
            StaffMember person, Household household, String member, Map<String, String> typed, Runnable act) {
        try {
            act.run();
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, household, member, typed, messages.of(e)));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            var now = access.keptWhole(person, household.id().toString());
            return PageAnswer.refused(
                    page(person, now, member, typed, Map.of()).addObject("refused", e.zh()), HttpStatus.CONFLICT);
        }
        return PageAnswer.seeOther("/desk/households/" + household.id() + "#people");
    }

    private static Map<String, String> typed(Member.About about) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("fullName", about.name());
        typed.put("relation", about.relation());
        if (about.born() != null) {
            typed.put("born", about.born());
        }
        if (about.phone() != null) {
            typed.put("telephone", about.phone());
        }
        typed.put("groups", String.join(",", about.groups()));
        return typed;
    }

    /** @param member id; null for a new one */
    private ModelAndView page(
            StaffMember person,
            Household household,
            String member,
            Map<String, String> typed,
            Map<String, String> problems) {
        return new ModelAndView("households/member")
                .addObject("person", person)
                .addObject("household", household)
                .addObject("member", member)
                .addObject("groups", groups.of(household.locality()))
                .addObject("chosen", List.of(typed.getOrDefault("groups", "").split(",")))
                .addObject("typed", typed)
                .addObject("problems", problems);
    }
}
