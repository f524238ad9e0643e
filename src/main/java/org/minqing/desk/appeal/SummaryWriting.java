package org.minqing.desk.appeal;

import org.minqing.access.AppealAccess;
import org.minqing.appeal.Actor;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.security.StaffMember;
import org.minqing.summary.Summaries;
import org.springframework.stereotype.Service;

/** Whoever may writes a summary, in the capacity of his post: the same for the page and for programs. */
@Service
class SummaryWriting {

    private final AppealAccess access;
    private final Summaries summaries;
    private final Holdings holdings;

    SummaryWriting(AppealAccess access, Summaries summaries, Holdings holdings) {
        this.access = access;
        this.summaries = summaries;
        this.holdings = holdings;
    }

    /**
     * @param seen the newest version that he had before him
     * @throws org.minqing.problem.Refusal      if he may not, or as {@link Summaries#write}
     * @throws org.minqing.problem.InvalidInput as {@link Summaries#write}
     */
    void write(StaffMember person, String number, int seen, String text) {
        var appeal = access.summarisable(person, number);
        summaries.write(appeal.number(), new Actor(person.userId(), capacity(person)), seen, text);
    }

    private String capacity(StaffMember person) {
        return holdings.of(person.groups()).stream()
                .findFirst()
                .map(Holding::label)
                .orElse("工作人员");
    }
}
