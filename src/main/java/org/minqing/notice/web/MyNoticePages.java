package org.minqing.notice.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.minqing.notice.NoticeSettings;
import org.minqing.notice.NoticeSettings.Typed;
import org.minqing.notice.OwnChannels;
import org.minqing.notice.live.DeskNotice;
import org.minqing.notice.live.DeskNotices;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody was told, where he is reached, and when he is not to be disturbed. */
@Controller
class MyNoticePages implements HoldsForm {

    private static final int MOST = 100;

    /** What he may do without of one fact. */
    record FactLine(String label, List<OwnChannels.Choice> choices) {}

    private final DeskNotices notices;
    private final NoticeSettings settings;
    private final OwnChannels channels;
    private final ThisBrowser browser;
    private final FieldMessages messages;

    MyNoticePages(
            DeskNotices notices,
            NoticeSettings settings,
            OwnChannels channels,
            ThisBrowser browser,
            FieldMessages messages) {
        this.notices = notices;
        this.settings = settings;
        this.channels = channels;
        this.browser = browser;
        this.messages = messages;
    }

    @GetMapping("/desk/notices")
    ModelAndView page(
            @AuthenticationPrincipal StaffMember person,
            @CookieValue(name = ThisBrowser.COOKIE, required = false) String token,
            @RequestParam(name = "kept", required = false) String kept) {
        return page(person, token, settings.of(person.userId()), Map.of()).addObject("kept", kept != null);
    }

    @PostMapping("/desk/notices/seen")
    ModelAndView seen(
            @AuthenticationPrincipal StaffMember person, @RequestParam(name = "upTo", defaultValue = "0") long upTo) {
        notices.seen(person.userId(), upTo);
        return PageAnswer.seeOther("/desk/notices");
    }

    @PostMapping("/desk/notices")
    ModelAndView keep(
            @AuthenticationPrincipal StaffMember person,
            @CookieValue(name = ThisBrowser.COOKIE, required = false) String token,
            @RequestParam(name = "mail", defaultValue = "") String mail,
            @RequestParam(name = "phone", defaultValue = "") String phone,
            @RequestParam(name = "quietFrom", defaultValue = "") String from,
            @RequestParam(name = "quietTo", defaultValue = "") String to,
            @RequestParam(name = "silenced", defaultValue = "") Set<String> silenced) {
        var typed = new Typed(mail.strip(), phone.strip(), from.strip(), to.strip(), silenced);
        try {
            settings.keep(person.userId(), person.locality(), typed);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, token, typed, messages.of(e)));
        }
        return PageAnswer.seeOther("/desk/notices?kept");
    }

    private ModelAndView page(StaffMember person, String token, Typed typed, Map<String, String> problems) {
        var list = notices.of(person.userId(), MOST);
        return new ModelAndView("notices/mine")
                .addObject("person", person)
                .addObject("notices", list)
                .addObject(
                        "unseen", list.stream().filter(notice -> !notice.seen()).count())
                .addObject(
                        "newest", list.stream().mapToLong(DeskNotice::id).max().orElse(0))
                .addObject("typed", typed)
                .addObject("choices", choices(person))
                .addObject("push", browser.of(person, token))
                .addObject("problems", problems);
    }

    private List<FactLine> choices(StaffMember person) {
        return channels.offered(person.locality()).stream()
                .collect(Collectors.groupingBy(OwnChannels.Choice::fact, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(line -> new FactLine(line.getKey().label(), line.getValue()))
                .toList();
    }
}
