package org.minqing.desk.register;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.minqing.access.CodeRights;
import org.minqing.access.Registering;
import org.minqing.access.Registrar;
import org.minqing.organisation.Localities;
import org.minqing.page.HoldsForm;
import org.minqing.problem.Query;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page of whoever sits at the desk with a caller on the line, and the slip that he reads out to him. */
@Controller
class RegisterPages implements HoldsForm {

    private static final String VIEW = "register/register";

    private final Registering registering;
    private final RegisterScreen screen;
    private final RegisterAnswer answer;
    private final Slips slips;
    private final CodeRights codes;
    private final Localities localities;

    RegisterPages(
            Registering registering,
            RegisterScreen screen,
            RegisterAnswer answer,
            Slips slips,
            CodeRights codes,
            Localities localities) {
        this.registering = registering;
        this.screen = screen;
        this.answer = answer;
        this.slips = slips;
        this.codes = codes;
        this.localities = localities;
    }

    @GetMapping("/desk/register")
    ModelAndView form(@AuthenticationPrincipal StaffMember person, @Query("channel") Map<String, String> asked) {
        var by = desk(person);
        var channel = asked.getOrDefault("channel", slips.channelOf(person).orElse(""));
        return screen.of(VIEW, person, by, new RegisterForm(Map.of("channel", channel)), Map.of());
    }

    @PostMapping("/desk/register")
    ModelAndView register(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "photos", required = false) List<MultipartFile> photos,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer.to(VIEW, person, desk(person), typed, photos, request, response);
    }

    /** Also for what was taken down outdoors. */
    @GetMapping("/desk/register/{number}")
    ModelAndView slip(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        var appeal = codes.takenDown(person, number);
        var atDesk = registering.atDesk(person.groups()).isPresent();
        return new ModelAndView("register/slip")
                .addObject("person", person)
                .addObject("slip", slips.of(appeal))
                .addObject("locality", localities.get(appeal.locality()))
                .addObject("next", atDesk ? "/desk/register" : "/desk/report");
    }

    /** @throws Refusal as if there were no such page */
    private Registrar desk(StaffMember person) {
        return registering.atDesk(person.groups()).orElseThrow(Refusal::notFound);
    }
}
