package org.minqing.triage.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.minqing.access.AppealAccess;
import org.minqing.access.TasksInHand;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.database.AsTheProgram;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.triage.Correction;
import org.minqing.triage.Corrections;
import org.springframework.stereotype.Component;

/** What both doors do: who may, what he sent, and as whom he says it. */
@Component
class Correcting {

    private final AppealAccess access;
    private final ProposalReader reader;
    private final Corrections corrections;
    private final Holdings holdings;
    private final TasksInHand tasks;

    Correcting(
            AppealAccess access, ProposalReader reader, Corrections corrections, Holdings holdings, TasksInHand tasks) {
        this.access = access;
        this.reader = reader;
        this.corrections = corrections;
        this.holdings = holdings;
        this.tasks = tasks;
    }

    /** @throws org.minqing.problem.Refusal as if there were no such appeal, if he may not */
    Appeal correctable(StaffMember person, String number) {
        return access.correctable(person, number);
    }

    /** Where he goes on: with another task, if the judgement has led to one, or that one, which tells him that it is not his. */
    String goesOn(StaffMember person, String number, String task) {
        return tasks.next(person, number).orElse(task);
    }

    /**
     * @param seen how many corrections he had seen; null if he does not say
     * @return as it is kept
     */
    Correction correct(StaffMember person, Appeal appeal, JsonNode sent, Integer seen) {
        var held = holdings.of(person.groups());
        var asker = held.stream()
                .filter(h -> h.post().role() == Role.SUPERVISOR)
                .map(h -> h.post().code())
                .findFirst()
                .orElse("other");
        var as = held.stream().findFirst().map(Holding::label).orElse("工作人员");
        corrections.correct(new Actor(person.userId(), as), asker, appeal.number(), reader.read(appeal, sent, seen));
        // What has become confidential is hidden from now on, perhaps from him too; what he himself did he hears.
        var all = AsTheProgram.run(() -> corrections.of(appeal.number()));
        return all.get(all.size() - 1);
    }
}
