package org.minqing.map.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.minqing.map.MapPictures;
import org.minqing.map.MapQuestions;
import org.minqing.map.MapRules;
import org.minqing.map.MapViews;
import org.minqing.problem.Query;
import org.minqing.roster.ShiftLines;
import org.minqing.security.StaffMember;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The map (民情图), its picture to be printed, and the wall screen. */
@Controller
class MapPages {

    static final MediaType SVG = MediaType.valueOf("image/svg+xml;charset=UTF-8");

    private final MapScreen screen;
    private final MapViews views;
    private final MapQuestions questions;
    private final MapPictures pictures;
    private final MapRules rules;
    private final ShiftLines duty;

    MapPages(
            MapScreen screen,
            MapViews views,
            MapQuestions questions,
            MapPictures pictures,
            MapRules rules,
            ShiftLines duty) {
        this.screen = screen;
        this.views = views;
        this.questions = questions;
        this.pictures = pictures;
        this.rules = rules;
        this.duty = duty;
    }

    /** @throws org.minqing.problem.InvalidInput if a parameter is unknown or names nothing: the page only links what there is */
    @GetMapping("/desk/map")
    ModelAndView map(@AuthenticationPrincipal StaffMember person, @RequestParam MultiValueMap<String, String> sent) {
        return screen.page(person, questions.read(person, arrays(sent))).addObject("onDuty", duty.now(person));
    }

    /** @throws org.minqing.problem.InvalidInput as the page does */
    @GetMapping("/desk/map/print.svg")
    ResponseEntity<String> picture(
            @AuthenticationPrincipal StaffMember person, @RequestParam MultiValueMap<String, String> sent) {
        var asked = questions.read(person, arrays(sent));
        var view = views.view(person, asked.layer(), asked.question());
        return svg(pictures.print(view, MapScreen.shown(view, asked), MapScreen.narrowed(view, asked)));
    }

    /** @throws org.minqing.problem.Refusal as if it were not there, if he does not see the whole locality */
    @GetMapping("/desk/map/wall")
    ModelAndView wall(@AuthenticationPrincipal StaffMember person, @Query Map<String, String> none) {
        var view = views.forAll(person);
        return new ModelAndView("map/wall")
                .addObject("person", person)
                .addObject("shapes", view.shapes())
                .addObject("reviewNumber", view.locality().mapReviewNumber().orElse(""))
                .addObject("every", rules.wallEvery().toSeconds())
                .addObject("fewest", rules.fewest())
                .addObject("onDuty", duty.now(person))
                .addObject("wall", views.wall(view));
    }

    /** @throws org.minqing.problem.Refusal as if it were not there, if he does not see the whole locality */
    @GetMapping("/desk/map/wall.svg")
    ResponseEntity<String> wallPicture(@AuthenticationPrincipal StaffMember person, @Query Map<String, String> none) {
        return svg(pictures.wall(views.forAll(person)));
    }

    static Map<String, String[]> arrays(MultiValueMap<String, String> sent) {
        var arrays = new LinkedHashMap<String, String[]>();
        sent.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
        return arrays;
    }

    private static ResponseEntity<String> svg(String document) {
        return ResponseEntity.ok().contentType(SVG).body(document);
    }
}
