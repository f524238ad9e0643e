package org.minqing.household.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.code.Ids;
import org.minqing.household.HouseholdLooks;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.page.MomentField;
import org.minqing.page.Search;
import org.minqing.page.SearchPage;
import org.minqing.problem.Parameters;
import org.minqing.problem.Query;
import org.minqing.security.Colleagues;
import org.minqing.security.Colleagues.Colleague;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The auditor's list of who looked at what is sensitive of households. It shows none of it, and changes nothing. */
@Controller
class HouseholdLookPages {

    private static final String FIELDS = "person from to household";
    private static final int PAGE = 50;

    record Question(HouseholdLooks.Filter filter, int page, Map<String, String> typed) implements SearchPage.Question {}

    record Line(
            String at,
            String who,
            String household,
            String unit,
            String purpose,
            boolean shown,
            boolean sensitive,
            String way) {}

    record Lines(long total, int page, long pages, List<Line> rows) {}

    private final HouseholdLooks looks;
    private final Colleagues colleagues;
    private final Localities localities;
    private final SearchPage search;

    HouseholdLookPages(HouseholdLooks looks, Colleagues colleagues, Localities localities, SearchPage search) {
        this.looks = looks;
        this.colleagues = colleagues;
        this.localities = localities;
        this.search = search;
    }

    @GetMapping("/desk/household-looks")
    ModelAndView page(@AuthenticationPrincipal StaffMember person, @Query({FIELDS, "page"}) Map<String, String> asked) {
        // Everybody who ever looked.
        var known = colleagues.called(person.locality(), looks.people(person));
        return search.answer(
                asked,
                given -> question(known, given),
                question -> find(person, question, known),
                (typed, problems) -> new ModelAndView("households/looks")
                        .addObject("person", person)
                        .addObject(
                                "localityName",
                                localities.get(person.locality()).name())
                        .addObject("people", known)
                        .addObject("typed", typed)
                        .addObject("problems", problems));
    }

    private static Question question(List<Colleague> known, Map<String, String> asked) {
        var search = new Search(asked);
        var page = search.page();
        var from = MomentField.in(search, "from");
        var to = MomentField.in(search, "to");
        MomentField.checkOrder(search, from, to);
        var person = search.one(
                "person",
                "没有查看过的这个人",
                "has never looked",
                id -> Optional.of(id)
                        .filter(text -> known.stream().anyMatch(p -> p.userId().equals(text))));
        var household = search.one(
                "household",
                "请填完整的档案号",
                "is no id of a household",
                text -> Ids.of(text).map(UUID::toString));
        search.refuse();
        return new Question(
                new HouseholdLooks.Filter(
                        person, household, from == null ? null : from.from(), to == null ? null : to.until()),
                page,
                search.typed(Parameters.names(FIELDS)));
    }

    private Lines find(StaffMember person, Question question, List<Colleague> known) {
        var names = known.stream().collect(Collectors.toMap(Colleague::userId, Colleague::label));
        var locality = localities.get(person.locality());
        var total = looks.count(person, question.filter());
        var rows = looks.find(person, question.filter(), PAGE, Search.before(question.page(), PAGE)).stream()
                .map(look -> new Line(
                        Times.iso(look.at()),
                        names.getOrDefault(look.person(), look.person()),
                        look.household() == null ? "" : look.household().toString(),
                        UnitTree.name(locality, look.unit()),
                        look.purpose(),
                        look.way().shows(),
                        look.sensitive(),
                        look.way().label()))
                .toList();
        return new Lines(total, question.page(), Search.pages(total, PAGE), rows);
    }
}
