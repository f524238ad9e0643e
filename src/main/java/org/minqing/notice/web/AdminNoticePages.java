package org.minqing.notice.web;

import java.util.List;
import org.minqing.code.Coded;
import org.minqing.notice.Fact;
import org.minqing.notice.outbox.Sendings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How sending stands, and what an administrator does about it. */
@Controller
class AdminNoticePages implements HoldsForm {

    private static final int MOST = 100;

    record ChannelLine(
            String locality,
            String localityName,
            String channel,
            String channelName,
            long waiting,
            String oldest,
            long sent,
            long dead,
            boolean resting) {}

    record DeadLine(
            long id, String localityName, String channelName, String fact, String reason, int attempts, String at) {}

    private final Sendings sendings;
    private final Localities localities;

    AdminNoticePages(Sendings sendings, Localities localities) {
        this.sendings = sendings;
        this.localities = localities;
    }

    @GetMapping("/admin/notices")
    ModelAndView page(
            @AuthenticationPrincipal StaffMember person, @RequestParam(name = "done", defaultValue = "") String done) {
        return new ModelAndView("notices/admin")
                .addObject("person", person)
                .addObject("done", List.of("again", "test").contains(done) ? done : null)
                .addObject("anybody", sendings.anybody())
                .addObject("lines", sendings.lines().stream().map(this::line).toList())
                .addObject("dead", sendings.dead(MOST).stream().map(this::line).toList());
    }

    @PostMapping("/admin/notices/{id}/again")
    ModelAndView again(@PathVariable("id") long id) {
        sendings.again(id);
        return PageAnswer.seeOther("/admin/notices?done=again");
    }

    @PostMapping("/admin/notices/test")
    ModelAndView test(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam("locality") String locality,
            @RequestParam("channel") String channel) {
        sendings.test(locality, channel, person.userId());
        return PageAnswer.seeOther("/admin/notices?done=test");
    }

    private ChannelLine line(Sendings.Line it) {
        return new ChannelLine(
                it.locality(),
                name(it.locality()),
                it.channel().code(),
                it.channel().label(),
                it.waiting(),
                it.oldest() == null ? null : Times.words(it.oldest()),
                it.sent(),
                it.dead(),
                it.resting());
    }

    private DeadLine line(Sendings.Dead it) {
        return new DeadLine(
                it.id(),
                name(it.locality()),
                it.channel().label(),
                Coded.find(Fact.class, it.fact()).map(Fact::label).orElse(it.fact()),
                it.reason(),
                it.attempts(),
                Times.words(it.at()));
    }

    private String name(String locality) {
        return localities.find(locality).map(Locality::name).orElse(locality);
    }
}
