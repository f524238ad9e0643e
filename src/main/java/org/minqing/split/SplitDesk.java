package org.minqing.split;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.appeal.Appeal;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the lead, or the dispatcher, does with sub-cases, whichever door he comes through. */
@Service
@Transactional
public class SplitDesk {

    private static final int LONGEST = 500;

    private final Splitting splitting;
    private final SplitReader reader;
    private final AppealAccess access;
    private final Capacity capacity;

    SplitDesk(Splitting splitting, SplitReader reader, AppealAccess access, Capacity capacity) {
        this.splitting = splitting;
        this.reader = reader;
        this.access = access;
        this.capacity = capacity;
    }

    /**
     * @param sent {@code subCases}, a list
     * @return numbers of the sub-cases
     * @throws org.minqing.problem.Refusal as if there were no such appeal, if he does not lead it; or if it cannot be split now
     * @throws InvalidInput                naming each field that cannot be accepted
     */
    public List<String> split(StaffMember person, String number, JsonNode sent) {
        var appeal = access.led(person, number);
        return splitting.split(number, capacity.of(person, appeal), reader.read(appeal, sent));
    }

    /** Whoever leads the whole takes a sub-case out, and nobody else: its own handler returns what is not his. */
    public void takeOut(StaffMember person, String number, String typed) {
        var whole = wholeLed(person, number);
        var ground = typed.strip();
        TextRule.flaw("ground", ground, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        splitting.takeOut(number, capacity.of(person, whole), ground);
    }

    /**
     * For the page.
     *
     * @throws org.minqing.problem.Refusal as if there were no such appeal, if he does not lead it
     */
    @Transactional(readOnly = true)
    public Appeal led(StaffMember person, String number) {
        return access.led(person, number);
    }

    /** The same of the appeal of which that is a sub-case; that itself, if it is none. */
    @Transactional(readOnly = true)
    public Appeal wholeLed(StaffMember person, String number) {
        var appeal = access.visible(person, number);
        return access.led(person, appeal.subCase() ? appeal.parent() : number);
    }

    /** Whether he is to be offered to split it now. */
    @Transactional(readOnly = true)
    public boolean offered(StaffMember person, Appeal appeal) {
        return access.leads(person, appeal) && splitting.splittable(appeal);
    }
}
