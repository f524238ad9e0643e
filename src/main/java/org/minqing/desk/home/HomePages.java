package org.minqing.desk.home;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.minqing.access.Registering;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.page.HoldsForm;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where each begins his day, and the page about himself. Tasks are done in the engine's Tasklist or on the telephone. */
@Controller
class HomePages implements HoldsForm {

    private final List<HomePart> parts;
    private final Holdings holdings;
    private final Registering registering;

    HomePages(List<HomePart> parts, Holdings holdings, Registering registering) {
        this.parts = parts.stream().sorted(Comparator.comparing(HomePart::rank)).toList();
        this.holdings = holdings;
        this.registering = registering;
    }

    @GetMapping("/desk")
    ModelAndView home(@AuthenticationPrincipal StaffMember person, HttpServletResponse response) {
        var works = person.locality() != null;
        if (works && registering.atDesk(person.groups()).isEmpty()) {
            // The worker keeps it under this name. Codes of residents, which a registrar reads here, are kept on no
            // device.
            response.setHeader("Desk-Person", person.userId());
        }
        var his = parts.stream().filter(part -> part.concerns(person)).toList();
        var page = new ModelAndView("desk/home")
                .addObject("person", person)
                .addObject("works", works)
                .addObject("posts", posts(person))
                .addObject("parts", his.stream().map(HomePart::template).toList());
        for (var part : his) {
            part.model(person).forEach((name, value) -> {
                if (page.getModel().put(name, value) != null) {
                    throw new IllegalStateException("Two parts of the first page say " + name);
                }
            });
        }
        return page;
    }

    @GetMapping("/desk/me")
    ModelAndView me(@AuthenticationPrincipal StaffMember person) {
        return new ModelAndView("home/me").addObject("person", person).addObject("posts", posts(person));
    }

    private List<String> posts(StaffMember person) {
        return holdings.of(person.groups()).stream().map(Holding::label).toList();
    }
}
