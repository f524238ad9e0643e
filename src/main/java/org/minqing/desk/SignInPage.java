package org.minqing.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.minqing.page.HoldsForm;
import org.minqing.security.SessionLimits;
import org.minqing.time.Spans;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door of staff. What is typed there is read by {@code signin} and never by a page. */
@Controller
class SignInPage implements HoldsForm {

    /** Why a session ended, as the address of the sign-in page tells it. */
    private static final Set<String> ENDED = Set.of("away", "old", "changed");

    private final SessionLimits sessions;

    SignInPage(SessionLimits sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    ModelAndView signIn(@RequestParam Map<String, String> asked) {
        return new ModelAndView("desk/sign-in")
                .addObject("refused", asked.containsKey("refused"))
                .addObject("out", asked.containsKey("out"))
                .addObject("again", asked.containsKey("again"))
                .addObject("wait", waiting(asked.get("wait")))
                .addObject("ended", ENDED.contains(asked.getOrDefault("ended", "")) ? asked.get("ended") : null)
                .addObject("idle", Spans.whole(sessions.idle()))
                .addObject("longest", Spans.whole(sessions.longest()));
    }

    /** In words; null if it is no number of seconds. */
    private static String waiting(String seconds) {
        return seconds != null && seconds.matches("[1-9][0-9]{0,3}")
                ? Spans.whole(Duration.ofSeconds(Long.parseLong(seconds)))
                : null;
    }
}
