package org.minqing.household.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.household.Household;
import org.minqing.household.HouseholdAccess;
import org.minqing.household.HouseholdPurposes;
import org.minqing.household.HouseholdRules;
import org.minqing.household.KeyGroups;
import org.minqing.household.Members;
import org.minqing.household.OwnerKind;
import org.minqing.household.Owners;
import org.minqing.household.colour.Colour;
import org.minqing.household.colour.HouseholdColours;
import org.minqing.household.colour.LocalColours;
import org.minqing.household.search.HouseholdQuestion;
import org.minqing.household.search.HouseholdSearch;
import org.minqing.household.sheet.SheetAccess;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The households that somebody sees. Names and addresses that are looked for are sent in the body, never in an address. */
@Controller
class HouseholdPages implements HoldsForm {

    /** Fields that are folded away until one of them was filled in: on a telephone they would hide what was found. */
    private static final List<String> NARROWING =
            List.of("unit", "keyGroup", "lookPurpose", "days", "colour", "responsible", "uncovered");

    /** A row of the list. {@code first} is null where nobody is written down. */
    record Line(Household household, String unit, Colour colour, FileSheet.Person first, int people, String worker) {}

    record Lines(long total, int page, long pages, List<Line> rows) {}

    private final HouseholdAccess access;
    private final HouseholdSearch search;
    private final HouseholdRules rules;
    private final HouseholdPurposes purposes;
    private final KeyGroups groups;
    private final HouseholdColours colours;
    private final LocalColours local;
    private final Members members;
    private final Owners owners;
    private final FileSheets sheets;
    private final SheetAccess sheetAccess;
    private final Localities localities;
    private final FieldMessages messages;

    HouseholdPages(
            HouseholdAccess access,
            HouseholdSearch search,
            HouseholdRules rules,
            HouseholdPurposes purposes,
            KeyGroups groups,
            HouseholdColours colours,
            LocalColours local,
            Members members,
            Owners owners,
            FileSheets sheets,
            SheetAccess sheetAccess,
            Localities localities,
            FieldMessages messages) {
        this.access = access;
        this.search = search;
        this.rules = rules;
        this.purposes = purposes;
        this.groups = groups;
        this.colours = colours;
        this.local = local;
        this.members = members;
        this.owners = owners;
        this.sheets = sheets;
        this.sheetAccess = sheetAccess;
        this.localities = localities;
        this.messages = messages;
    }

    /** @param asked the unit, days without contact, the colour, who is responsible and whether nobody covers them: what says nothing of residents */
    @GetMapping("/desk/households")
    ModelAndView list(
            @AuthenticationPrincipal StaffMember person,
            @Query("unit days colour responsible uncovered") Map<String, String> asked) {
        return answer(person, asked);
    }

    @PostMapping("/desk/households")
    ModelAndView find(@AuthenticationPrincipal StaffMember person, @RequestParam MultiValueMap<String, String> sent) {
        return answer(person, Typed.of(sent, HouseholdQuestion.FIELDS + " page"));
    }

    private ModelAndView answer(StaffMember person, Map<String, String> given) {
        access.requireSight(person);
        var locality = localities.get(person.locality());
        var workers = search.workers(person);
        var grant = !access.granted(person).isEmpty();
        var seen = access.seen(person);
        var page = new ModelAndView("households/list")
                .addObject("person", person)
                .addObject(
                        "units",
                        locality.areas().stream()
                                .filter(unit -> locality.areas().stream()
                                        .anyMatch(one -> seen.contains(one.code())
                                                && locality.isWithin(one.code(), unit.code())))
                                .toList())
                .addObject(
                        "groups",
                        groups.of(locality.code()).stream()
                                .filter(group -> grant || !group.sensitive())
                                .toList())
                .addObject("colours", local.of(locality.code()))
                .addObject("workers", new TreeMap<>(sheets.labels(workers)))
                .addObject("purposes", purposes.texts())
                .addObject("grant", grant)
                .addObject("narrowed", NARROWING.stream().anyMatch(given::containsKey))
                .addObject("mayOpen", !access.kept(person).isEmpty())
                .addObject("mayBring", sheetAccess.mayBring(person))
                .addObject("mayExport", sheetAccess.mayAsk(person) || sheetAccess.mayAllow(person))
                .addObject("within", rules.contactWithin());
        try {
            var question = HouseholdQuestion.read(locality, groups, local, workers, grant, given);
            return page.addObject("typed", question.typed())
                    .addObject("problems", Map.of())
                    .addObject("found", lines(person, search.find(person, question)));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page.addObject("typed", given)
                    .addObject("problems", messages.of(e))
                    .addObject("found", null));
        }
    }

    private Lines lines(StaffMember person, HouseholdSearch.Found found) {
        var ids = found.rows().stream().map(Household::id).toList();
        var people = members.of(ids);
        var coloured = colours.of(person, found.rows());
        var named = owners.named(ids, OwnerKind.WORKER);
        var byPost = owners.byPosts(
                person.locality(),
                found.rows().stream().map(Household::unit).distinct().toList());
        var locality = localities.get(person.locality());
        var names = sheets.labels(
                Stream.concat(named.values().stream(), byPost.values().stream().flatMap(Set::stream))
                        .collect(Collectors.toSet()));
        var rows = found.rows().stream()
                .map(row -> {
                    var his = people.getOrDefault(row.id(), List.of());
                    var workers = named.containsKey(row.id()) ? Set.of(named.get(row.id())) : byPost.get(row.unit());
                    return new Line(
                            row,
                            UnitTree.name(locality, row.unit()),
                            coloured.get(row.id()),
                            sheets.first(row, his),
                            his.size(),
                            workers.stream().map(names::get).collect(Collectors.joining("、")));
                })
                .toList();
        return new Lines(found.total(), found.page(), found.pages(), rows);
    }
}
