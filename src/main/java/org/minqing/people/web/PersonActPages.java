package org.minqing.people.web;

import java.util.Map;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.page.Search;
import org.minqing.problem.Parameters;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What was done about accounts (变更记录): all of it for administrators, that of their locality for auditors. */
@Controller
class PersonActPages {

    private static final String FIELDS = "locality person";

    private final ActLines acts;
    private final Localities localities;

    PersonActPages(ActLines acts, Localities localities) {
        this.acts = acts;
        this.localities = localities;
    }

    @GetMapping("/admin/people/acts")
    ModelAndView all(@AuthenticationPrincipal StaffMember person, @Query({FIELDS, "page"}) Map<String, String> asked) {
        var search = new Search(asked);
        var locality = search.one(
                "locality",
                "没有这个镇街",
                "unknown locality",
                code -> localities.find(code).map(Locality::code));
        return page(person, search, locality, asked.get("person"), "/admin/people/acts")
                .addObject("localities", localities.all());
    }

    @GetMapping("/desk/people")
    ModelAndView ofLocality(
            @AuthenticationPrincipal StaffMember person, @Query({"person", "page"}) Map<String, String> asked) {
        return page(person, new Search(asked), person.locality(), asked.get("person"), "/desk/people")
                .addObject("localityName", localities.get(person.locality()).name());
    }

    private ModelAndView page(StaffMember reader, Search search, String locality, String person, String path) {
        if (person != null && !person.matches("[a-zA-Z0-9_-]{1,64}")) {
            search.wrong("person", "请填用户名", "is no user id");
        }
        var page = search.page();
        search.refuse();
        var typed = search.typed(Parameters.names(FIELDS));
        return new ModelAndView("people/acts")
                .addObject("person", reader)
                .addObject("path", path)
                .addObject("typed", typed)
                .addObject("query", Search.query(typed))
                .addObject("problems", Map.of())
                .addObject("found", acts.find(locality, person, page));
    }
}
