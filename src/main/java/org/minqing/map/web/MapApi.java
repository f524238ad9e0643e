package org.minqing.map.web;

import org.minqing.map.MapQuestions;
import org.minqing.map.MapViews;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The map as data. The contract is in {@code src/docs/api.md}. */
@RestController
class MapApi {

    private final MapViews views;
    private final MapQuestions questions;

    MapApi(MapViews views, MapQuestions questions) {
        this.views = views;
        this.questions = questions;
    }

    @GetMapping("/api/map")
    MapData map(@AuthenticationPrincipal StaffMember person, @RequestParam MultiValueMap<String, String> sent) {
        var asked = questions.read(person, MapPages.arrays(sent));
        return MapData.of(views.view(person, asked.layer(), asked.question()));
    }
}
