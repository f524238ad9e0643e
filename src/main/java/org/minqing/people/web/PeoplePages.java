package org.minqing.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.minqing.file.SheetDownload;
import org.minqing.organisation.Localities;
import org.minqing.page.PageAnswer;
import org.minqing.page.Search;
import org.minqing.people.People;
import org.minqing.people.PeopleQuestion;
import org.minqing.people.PersonState;
import org.minqing.people.list.StaffLists;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everybody who has an account, to search and to take along. */
@Controller
class PeoplePages {

    private final People people;
    private final StaffLists lists;
    private final SheetDownload download;
    private final Localities localities;
    private final FieldMessages messages;

    PeoplePages(
            People people, StaffLists lists, SheetDownload download, Localities localities, FieldMessages messages) {
        this.people = people;
        this.lists = lists;
        this.download = download;
        this.localities = localities;
        this.messages = messages;
    }

    @GetMapping("/admin/people")
    ModelAndView list(
            @AuthenticationPrincipal StaffMember person,
            @Query({PeopleQuestion.FIELDS, "page"}) Map<String, String> asked) {
        var page = new ModelAndView("people/list")
                .addObject("person", person)
                .addObject("localities", localities.all())
                .addObject("states", List.of(PersonState.values()));
        try {
            var question = PeopleQuestion.read(asked, localities);
            return page.addObject("typed", question.typed())
                    .addObject("query", Search.query(question.typed()))
                    .addObject("problems", Map.of())
                    .addObject("found", people.find(question));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page.addObject("typed", asked).addObject("problems", messages.of(e)));
        }
    }

    /** Those who are found and not closed, written as a list that can be changed and brought in again. */
    @GetMapping("/admin/people/list.xlsx")
    void take(@Query(PeopleQuestion.FIELDS) Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        var question = PeopleQuestion.read(asked, localities);
        download.xlsx(lists.of(people.all(question)), question.locality(), response);
    }
}
