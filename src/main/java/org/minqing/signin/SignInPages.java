package org.minqing.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.page.Search;
import org.minqing.page.SearchPage;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The records of sign-ins: for an auditor those of his locality, for the administrator all. Nothing here changes anything. */
@Controller
class SignInPages {

    private static final String FIELDS = "person outcome";
    private static final int PAGE = 50;

    /**
     * One page of what was found.
     *
     * @param page  from 1
     * @param pages at least 1
     */
    public record Found(long total, int page, long pages, List<SignInRecords.Line> rows) {}

    private record Question(SignInRecords.Filter filter, int page, Map<String, String> typed)
            implements SearchPage.Question {}

    private final SignInRecords records;
    private final Localities localities;
    private final SearchPage search;

    SignInPages(SignInRecords records, Localities localities, SearchPage search) {
        this.records = records;
        this.localities = localities;
        this.search = search;
    }

    /** @throws InvalidInput if a parameter is unknown */
    @GetMapping("/desk/sign-ins")
    ModelAndView page(@AuthenticationPrincipal StaffMember person, @Query({FIELDS, "page"}) Map<String, String> asked) {
        return search.answer(
                asked,
                given -> question(person, given),
                this::find,
                (typed, problems) -> page(person, typed, problems));
    }

    private static Question question(StaffMember person, Map<String, String> asked) {
        var search = new Search(asked);
        var who = search.one("person", "请填用户名，例如 ganshui-grid-01", "is no user name", SignInPages::userId);
        var outcome = search.one("outcome", "没有这种结果", "unknown outcome", Search.of(SignInOutcome.values()));
        var page = search.page();
        search.refuse();
        return new Question(
                new SignInRecords.Filter(person.locality(), who, outcome),
                page,
                search.typed(Parameters.names(FIELDS)));
    }

    private Found find(Question question) {
        var total = records.count(question.filter());
        return new Found(
                total,
                question.page(),
                Search.pages(total, PAGE),
                records.find(question.filter(), PAGE, Search.before(question.page(), PAGE)));
    }

    private static Optional<String> userId(String text) {
        return Optional.of(text).filter(id -> id.matches("[a-zA-Z0-9_-]{1,64}"));
    }

    private ModelAndView page(StaffMember person, Map<String, String> typed, Map<String, String> problems) {
        return new ModelAndView("ledger/sign-ins")
                .addObject("person", person)
                .addObject(
                        "localityName",
                        person.locality() == null
                                ? null
                                : localities.get(person.locality()).name())
                .addObject(
                        "localities",
                        localities.all().stream().collect(Collectors.toMap(Locality::code, Locality::name)))
                .addObject("outcomes", List.of(SignInOutcome.values()))
                .addObject("typed", typed)
                .addObject("problems", problems);
    }
}
