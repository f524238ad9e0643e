package org.minqing.joint;

import java.util.List;
import org.minqing.access.AppealAccess;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a lead, or the dispatcher, does with co-handlers, whichever door he comes through. */
@Service
@Transactional
public class Leading {

    private static final int LONGEST = 300;

    private final JointHandling joint;
    private final CoHandlers coHandlers;
    private final AppealAccess access;
    private final Holdings holdings;

    Leading(JointHandling joint, CoHandlers coHandlers, AppealAccess access, Holdings holdings) {
        this.joint = joint;
        this.coHandlers = coHandlers;
        this.access = access;
        this.holdings = holdings;
    }

    /**
     * @param action  ask, remind or release
     * @param holding group of the post
     * @param text    {@code jointQuestion}, what is asked, or {@code reason}, why the opinion is needed no more; not read for a reminder
     * @throws org.minqing.problem.Refusal as if there were no such appeal, if he does not lead it; or if it cannot be done now
     * @throws InvalidInput                naming what he sent wrongly
     */
    public void act(StaffMember person, String number, String action, String holding, String text) {
        var appeal = access.led(person, number);
        var by = as(person, appeal);
        switch (action) {
            case "ask" -> joint.ask(number, by, holding, required("jointQuestion", text));
            case "remind" -> joint.remind(number, by, holding);
            case "release" -> joint.release(number, by, holding, required("reason", text));
            default -> throw new InvalidInput("action", "只能是 ask、remind 或 release", "is ask, remind or release");
        }
    }

    /** Whom he may ask, for the page; nobody if he may not. */
    @Transactional(readOnly = true)
    public List<Holding> choices(StaffMember person, Appeal appeal) {
        return access.leads(person, appeal) ? coHandlers.choices(appeal) : List.of();
    }

    private Actor as(StaffMember person, Appeal appeal) {
        var held = holdings.of(person.groups());
        return new Actor(
                person.userId(),
                held.stream()
                        .filter(h -> h.group().equals(coHandlers.lead(appeal)))
                        .findFirst()
                        .or(() -> held.stream().findFirst())
                        .map(Holding::label)
                        .orElse("工作人员"));
    }

    private static String required(String field, String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInput(field, "必填", "is required");
        }
        TextRule.flaw(field, text, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return text;
    }
}
