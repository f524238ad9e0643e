package org.minqing.desk.ledger;

import java.time.InstantSource;
import java.util.List;
import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.page.Search;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.minqing.sla.Alarms;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An auditor looks into an alarm and says what it is about; the first who does. */
@Service
class AlarmTaking {

    /** So many are listed: what nobody has looked into comes first, and more than that nobody reads. */
    static final int MOST = 200;

    private static final int LONGEST = 300;

    private final Alarms alarms;
    private final AppealAccess access;
    private final Capacity capacity;
    private final InstantSource clock;

    AlarmTaking(Alarms alarms, AppealAccess access, Capacity capacity, InstantSource clock) {
        this.alarms = alarms;
        this.access = access;
        this.capacity = capacity;
        this.clock = clock;
    }

    /**
     * @throws InvalidInput if he says nothing, or too much
     * @throws Refusal      if there is no such alarm of his locality, or somebody was faster
     */
    @Transactional
    AlarmLine take(StaffMember person, String id, String typed) {
        var alarm = Search.number(id).flatMap(alarms::find).orElseThrow(Refusal::notFound);
        var appeal = access.visible(person, alarm.alarm().appeal());
        var words = words(typed);
        if (!alarms.take(alarm, capacity.of(person, appeal), clock.instant(), words)) {
            var first = alarms.find(alarm.id()).orElseThrow(Refusal::notFound).taking();
            throw Refusal.conflict("这条警报已由" + first.as() + "处理。", "Somebody else has taken this alarm.");
        }
        return AlarmLine.of(alarms.find(alarm.id()).orElseThrow(Refusal::notFound));
    }

    private static String words(String typed) {
        var words = typed.strip();
        if (words.isEmpty()) {
            throw new InvalidInput("inquiry", "请写明查到什么、怎样处理", "is required");
        }
        TextRule.flaw("inquiry", words, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return words;
    }
}
