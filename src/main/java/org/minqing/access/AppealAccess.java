package org.minqing.access;

import java.util.Set;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Role;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/**
 * Which appeals a member of staff may see: those of his locality if his post serves all of it, else those of his own unit
 * and of the units below it, those his unit handles, and those his post helps with at the place for which he holds it.
 * Those that are about himself are not even found, nor are confidential ones that are not his to know of.
 */
@Component
public class AppealAccess {

    private static final Set<Role> WHOLE_LOCALITY =
            Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.CALL_BACK, Role.REGISTRAR, Role.AUDITOR);

    private static final Set<AppealStatus> HANDLED = Set.of(AppealStatus.RECEIVED, AppealStatus.HANDLING);

    private final Appeals appeals;
    private final Localities localities;
    private final Holdings holdings;
    private final TasksInHand tasks;

    AppealAccess(Appeals appeals, Localities localities, Holdings holdings, TasksInHand tasks) {
        this.appeals = appeals;
        this.localities = localities;
        this.holdings = holdings;
        this.tasks = tasks;
    }

    /** @throws Refusal if there is no such appeal or this person may not see it: both look alike */
    public Appeal visible(StaffMember person, String number) {
        return appeals.find(number).filter(a -> sees(person, a)).orElseThrow(Refusal::notFound);
    }

    /** The same for the resident's contact data, which nobody who audits sees. */
    public Appeal contactVisible(StaffMember person, String number) {
        if (!person.mayReadContacts()) {
            throw Refusal.notFound();
        }
        return visible(person, number);
    }

    /**
     * The same for mending its judgement: whoever has a task of it in hand or offered, the dispatcher, and supervisors.
     *
     * @throws Refusal as if there were no such appeal
     */
    public Appeal correctable(StaffMember person, String number) {
        var appeal = visible(person, number);
        if (!mayCorrect(person, appeal)) {
            throw Refusal.notFound();
        }
        return appeal;
    }

    /** The same for what handlers work by: it is written by those who see to it that the appeal is handled. */
    public Appeal summarisable(StaffMember person, String number) {
        var appeal = visible(person, number);
        if (!seesToHandling(person, appeal)) {
            throw Refusal.notFound();
        }
        return appeal;
    }

    /** Whether somebody who sees it may write that now: nobody works on it when it has ended. */
    public boolean maySummarise(StaffMember person, Appeal appeal) {
        return !appeal.status().ended() && seesToHandling(person, appeal);
    }

    /** Dispatchers and supervisors, whoever wrote the appeal down for the resident, and whoever holds a task of it. */
    private boolean seesToHandling(StaffMember person, Appeal appeal) {
        return person.is(Role.DISPATCHER)
                || person.is(Role.SUPERVISOR)
                || person.userId().equals(appeal.recordedBy())
                || tasks.has(person.userId(), appeal.number());
    }

    /** Whether he is to be offered that now, while it is handled. */
    public boolean offersCorrection(StaffMember person, Appeal appeal) {
        return HANDLED.contains(appeal.status()) && mayCorrect(person, appeal);
    }

    private boolean mayCorrect(StaffMember person, Appeal appeal) {
        return person.is(Role.DISPATCHER) || person.is(Role.SUPERVISOR) || tasks.of(person, appeal.number());
    }

    private boolean sees(StaffMember person, Appeal appeal) {
        if (!appeal.locality().equals(person.locality())) {
            return false;
        }
        if (appeal.confidential()) {
            // Where it happened opens nothing here, and who else may see it the database knows (V23__confidential.sql).
            return true;
        }
        return person.roles().stream().anyMatch(WHOLE_LOCALITY::contains)
                || holdings.of(person.groups()).stream().anyMatch(h -> concerns(h, appeal));
    }

    private boolean concerns(Holding holding, Appeal appeal) {
        var unit = holding.unit();
        var locality = localities.get(appeal.locality());
        return (!unit.office() && locality.isWithin(appeal.unit(), unit.code()))
                || (!unit.office() && locality.isWithin(appeal.respondUnit(), unit.code()))
                || unit.code().equals(appeal.handlingUnit())
                || assists(holding, appeal, locality);
    }

    /**
     * A post helps where it is held for the place. The root stands for a place that nobody knows yet: an office that serves
     * all of the locality may help there, but not every neighbour who happens to hold the post.
     */
    private static boolean assists(Holding holding, Appeal appeal, Locality locality) {
        var post = holding.post().code();
        if (!(appeal.assistPosts().contains(post) || appeal.dangerPosts().contains(post))
                || locality.unit(appeal.unit()).isEmpty()) {
            return false;
        }
        var holders = locality.holdersOf(post, appeal.unit());
        var placeUnknown = appeal.unit().equals(locality.root().code());
        return holders.contains(holding) && (holders.size() == 1 || !placeUnknown);
    }
}
