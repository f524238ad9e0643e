package org.minqing.desk.looks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.access.ContactLooks;
import org.minqing.appeal.AppealNumber;
import org.minqing.organisation.Localities;
import org.minqing.page.MomentField;
import org.minqing.page.Search;
import org.minqing.page.SearchPage;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.problem.Query;
import org.minqing.security.Colleagues.Colleague;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The auditor's list of who looked at contact data. It shows none, and changes nothing. */
@Controller
class LookPages {

    private static final String FIELDS = "person from to appeal";

    private final Looks looks;
    private final Localities localities;
    private final SearchPage search;

    LookPages(Looks looks, Localities localities, SearchPage search) {
        this.looks = looks;
        this.localities = localities;
        this.search = search;
    }

    /** @throws InvalidInput if a parameter is unknown: what no field of the form could have sent is no slip of the pen */
    @GetMapping("/desk/contact-looks")
    ModelAndView page(@AuthenticationPrincipal StaffMember person, @Query({FIELDS, "page"}) Map<String, String> asked) {
        var known = looks.people(person);
        return search.answer(
                asked,
                given -> question(known, given),
                question -> looks.find(person, question, known),
                (typed, problems) -> page(person, known, typed, problems));
    }

    private static LookQuestion question(List<Colleague> known, Map<String, String> asked) {
        var search = new Search(asked);
        var page = search.page();
        var filter = filter(known, search);
        search.refuse();
        return new LookQuestion(filter, page, search.typed(Parameters.names(FIELDS)));
    }

    private static ContactLooks.Filter filter(List<Colleague> known, Search search) {
        var from = MomentField.in(search, "from");
        var to = MomentField.in(search, "to");
        MomentField.checkOrder(search, from, to);
        var person = search.one(
                "person",
                "没有查看过的这个人",
                "has never looked",
                id -> Optional.of(id)
                        .filter(asked -> known.stream().anyMatch(p -> p.userId().equals(asked))));
        var appeal = search.one(
                "appeal",
                "请填诉求编号，例如 GS-20261121-0001",
                "is no number of an appeal",
                text -> AppealNumber.read(text).map(AppealNumber::toString));
        return new ContactLooks.Filter(
                person, appeal, from == null ? null : from.from(), to == null ? null : to.until());
    }

    private ModelAndView page(
            StaffMember person, List<Colleague> known, Map<String, String> typed, Map<String, String> problems) {
        return new ModelAndView("ledger/looks")
                .addObject("person", person)
                .addObject("localityName", localities.get(person.locality()).name())
                .addObject("people", known)
                .addObject("typed", typed)
                .addObject("problems", problems);
    }
}
