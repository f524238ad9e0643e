package org.minqing.desk.course;

import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.desk.appeal.CorrectionLines;
import org.minqing.problem.Query;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The course of an appeal, running or ended, for whoever may see the appeal. */
@Controller
class CoursePages {

    private final AppealAccess access;
    private final CourseSheets courses;
    private final CourseStops stops;
    private final CorrectionLines corrections;

    CoursePages(AppealAccess access, CourseSheets courses, CourseStops stops, CorrectionLines corrections) {
        this.access = access;
        this.courses = courses;
        this.stops = stops;
        this.corrections = corrections;
    }

    /** The page says it all without a script, which then draws it from the address below. */
    @GetMapping("/desk/appeals/{number}/process")
    ModelAndView page(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Query Map<String, String> none) {
        var appeal = access.visible(person, number);
        var course = courses.of(appeal).orElse(null);
        return new ModelAndView("desk/course")
                .addObject("person", person)
                .addObject("appeal", appeal)
                .addObject("course", course)
                .addObject("stops", course == null ? List.of() : stops.of(appeal, course))
                .addObject("corrections", corrections.of(appeal));
    }

    /** @throws Refusal as if there were no such appeal, if its course is no longer kept */
    @GetMapping("/api/appeals/{number}/process")
    @ResponseBody
    CourseSheet course(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Query Map<String, String> none) {
        return courses.of(access.visible(person, number)).orElseThrow(Refusal::notFound);
    }
}
