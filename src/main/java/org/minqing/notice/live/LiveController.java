package org.minqing.notice.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.minqing.problem.Fields;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Notices for pages: as a stream, as a list, and that they were seen. */
@RestController
class LiveController {

    private static final int MOST = 50;

    private final LivePages pages;
    private final DeskNotices notices;

    LiveController(LivePages pages, DeskNotices notices) {
        this.pages = pages;
        this.notices = notices;
    }

    @GetMapping(path = "/desk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @AuthenticationPrincipal StaffMember person, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session == null
                || !String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            // Programs ask the list, and whoever does not know what he asks would wait for ever.
            throw Refusal.notFound();
        }
        // A proxy that gathers an answer before it passes it on would pass on nothing.
        response.setHeader("X-Accel-Buffering", "no");
        return pages.open(person.userId(), session.getId());
    }

    @GetMapping("/api/notices")
    List<DeskNotice> list(@AuthenticationPrincipal StaffMember person) {
        return notices.of(person.userId(), MOST);
    }

    @PostMapping("/api/notices/seen")
    Map<String, Long> seen(@AuthenticationPrincipal StaffMember person, @Fields("upTo") Sent sent) {
        var upTo = sent.json().path("upTo");
        if (!upTo.isIntegralNumber() || !upTo.canConvertToLong()) {
            throw new InvalidInput("upTo", "必须是通知的编号", "must be the id of a notice");
        }
        notices.seen(person.userId(), upTo.longValue());
        return Map.of("seen", upTo.longValue());
    }
}
