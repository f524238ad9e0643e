package org.minqing.notice.web;

import java.util.Map;
import org.minqing.notice.outbox.Sendings;
import org.minqing.security.StaffMember;
import org.minqing.shell.HomePart;
import org.springframework.stereotype.Component;

/** How the outbox stands, in three figures. */
@Component
class SendingsHome implements HomePart {

    private final Sendings sendings;

    SendingsHome(Sendings sendings) {
        this.sendings = sendings;
    }

    @Override
    public Rank rank() {
        return Rank.ADMINISTER;
    }

    @Override
    public String template() {
        return "notices/outbox";
    }

    @Override
    public boolean concerns(StaffMember person) {
        return person.administrator() && sendings.anybody();
    }

    @Override
    public Map<String, Object> model(StaffMember person) {
        var lines = sendings.lines();
        return Map.of(
                "noticesSent", lines.stream().mapToLong(Sendings.Line::sent).sum(),
                "noticesWaiting",
                        lines.stream().mapToLong(Sendings.Line::waiting).sum(),
                "noticesDead", lines.stream().mapToLong(Sendings.Line::dead).sum());
    }
}
