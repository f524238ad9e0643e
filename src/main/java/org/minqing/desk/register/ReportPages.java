package org.minqing.desk.register;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.minqing.access.Registering;
import org.minqing.access.Registrar;
import org.minqing.page.HoldsForm;
import org.minqing.problem.Query;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page of whoever is out and about, on his telephone: few fields, his own units, and what he took down last. */
@Controller
class ReportPages implements HoldsForm {

    private static final String VIEW = "register/report";

    private final Registering registering;
    private final RegisterScreen screen;
    private final RegisterAnswer answer;
    private final Slips slips;

    ReportPages(Registering registering, RegisterScreen screen, RegisterAnswer answer, Slips slips) {
        this.registering = registering;
        this.screen = screen;
        this.answer = answer;
        this.slips = slips;
    }

    /** Whose page it is, for the service worker: it keeps pages of one person only. */
    @ModelAttribute
    void whose(@AuthenticationPrincipal StaffMember person, HttpServletResponse response) {
        response.setHeader("Desk-Person", person.userId());
    }

    @GetMapping("/desk/report")
    ModelAndView form(@AuthenticationPrincipal StaffMember person, @Query("channel") Map<String, String> asked) {
        var by = outdoors(person);
        var channel = asked.getOrDefault("channel", slips.channelOf(person).orElse(""));
        return screen.of(VIEW, person, by, new RegisterForm(Map.of("channel", channel)), Map.of())
                .addObject("filed", slips.latest(person));
    }

    @PostMapping("/desk/report")
    ModelAndView report(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "photos", required = false) List<MultipartFile> photos,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer.to(VIEW, person, outdoors(person), typed, photos, request, response);
    }

    /** @throws Refusal as if there were no such page */
    private Registrar outdoors(StaffMember person) {
        return registering.outdoors(person.groups()).orElseThrow(Refusal::notFound);
    }
}
