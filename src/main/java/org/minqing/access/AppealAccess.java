package org.minqing.access;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
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
 * and of the units below it, those his unit handles or has returned, and those his post helps with at the place for which he holds it.
 * Those that are about himself are not even found, nor are confidential ones that are not his to know of.
 */
@Component
public class AppealAccess {

    private static final Set<Role> WHOLE_LOCALITY =
            Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.CALL_BACK, Role.REGISTRAR, Role.AUDITOR);

    /** Who hears what residents say at their door. */
    private static final String GRID_WORKER = "grid-worker";

    private static final Set<AppealStatus> HANDLED = Set.of(AppealStatus.RECEIVED, AppealStatus.HANDLING);

    private final Appeals appeals;
    private final Localities localities;
    private final Holdings holdings;
    private final TasksInHand tasks;
    private final Parties parties;
    private final Volunteering volunteering;

    AppealAccess(
            Appeals appeals,
            Localities localities,
            Holdings holdings,
            TasksInHand tasks,
            Parties parties,
            Volunteering volunteering) {
        this.appeals = appeals;
        this.localities = localities;
        this.holdings = holdings;
        this.tasks = tasks;
        this.parties = parties;
        this.volunteering = volunteering;
    }

    /** @throws Refusal if there is no such appeal or this person may not see it: both look alike */
    public Appeal visible(StaffMember person, String number) {
        return appeals.find(number).filter(a -> maySee(person, a)).orElseThrow(Refusal::notFound);
    }

    /** The same of one that was found. */
    public boolean maySee(StaffMember person, Appeal appeal) {
        return sees(person, appeal) || returned(person, appeal);
    }

    /**
     * Those of these appeals of his locality that he may see, as {@link #maySee} has it. Whoever sees all of the locality sees what
     * the database shows him, and is not asked for each.
     */
    public Set<String> seen(StaffMember person, Collection<String> numbers) {
        if (reach(person).all()) {
            return Set.copyOf(numbers);
        }
        return appeals.all(numbers).values().stream()
                .filter(appeal -> maySee(person, appeal))
                .map(Appeal::number)
                .collect(Collectors.toSet());
    }

    /** Among which appeals to look for those that he may see. */
    public Reach reach(StaffMember person) {
        return Reach.of(
                localities.get(person.locality()),
                person.roles().stream().anyMatch(WHOLE_LOCALITY::contains),
                holdings.of(person.groups()));
    }

    /**
     * Whoever writes appeals down for residents, or gives them out, looks what is there already.
     *
     * @throws Refusal as if there were nothing of that kind
     */
    public void requireRegistering(StaffMember person) {
        if (!person.is(Role.REGISTRAR)
                && !person.is(Role.DISPATCHER)
                && holdings.of(person.groups()).stream()
                        .noneMatch(h -> h.post().code().equals(GRID_WORKER))) {
            throw Refusal.notFound();
        }
    }

    /** The same for the resident's contact data, which nobody who audits sees. */
    public Appeal contactVisible(StaffMember person, String number) {
        return appeals.find(number)
                .filter(a -> sees(person, a) && reaches(person, a))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Whether he may ask how to reach the resident, if he sees the appeal. About a sub-case whoever leads the whole speaks with
     * him; who might claim it knows once he has.
     */
    public boolean reaches(StaffMember person, Appeal appeal) {
        return person.mayReadContacts() && !appeal.subCase() && !onlyMightClaim(person, appeal);
    }

    /** It is in his hands, or waits for his post; who might claim it does not work on it yet. */
    private boolean works(StaffMember person, Appeal appeal) {
        return tasks.of(person, appeal.number()) && !onlyMightClaim(person, appeal);
    }

    /** Volunteers read how to reach the resident once they have claimed it, and who sees it for another reason does anyway. */
    private boolean onlyMightClaim(StaffMember person, Appeal appeal) {
        var offered = volunteering.offered(appeal.number());
        return holdings.of(person.groups()).stream().anyMatch(h -> offered.contains(h.group()))
                && person.roles().stream().noneMatch(WHOLE_LOCALITY::contains)
                && holdings.of(person.groups()).stream()
                        .filter(h -> !offered.contains(h.group()))
                        .noneMatch(h -> concerns(h, appeal))
                && !tasks.has(person.userId(), appeal.number())
                && !volunteering.has(person.userId(), appeal.number());
    }

    /** Whoever returned it reads why it was settled as it was. */
    private boolean returned(StaffMember person, Appeal appeal) {
        return appeal.locality().equals(person.locality())
                && parties.returnedBy(
                        holdings.of(person.groups()).stream().map(Holding::unit).toList(), appeal.number());
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

    /**
     * The same for asking co-handlers: whoever has a task of its handling in hand or offered leads, and the dispatcher stands by
     * him. Who was asked himself, does not.
     *
     * @throws Refusal as if there were no such appeal
     */
    public Appeal led(StaffMember person, String number) {
        var appeal = visible(person, number);
        if (!mayLead(person, appeal)) {
            throw Refusal.notFound();
        }
        return appeal;
    }

    /** Whether he is to be offered that now. */
    public boolean leads(StaffMember person, Appeal appeal) {
        return appeal.status() == AppealStatus.HANDLING && mayLead(person, appeal);
    }

    private boolean mayLead(StaffMember person, Appeal appeal) {
        return person.is(Role.DISPATCHER) || works(person, appeal);
    }

    /** Whether he is to be offered that now, while it is handled. */
    public boolean offersCorrection(StaffMember person, Appeal appeal) {
        return HANDLED.contains(appeal.status()) && mayCorrect(person, appeal);
    }

    private boolean mayCorrect(StaffMember person, Appeal appeal) {
        return person.is(Role.DISPATCHER) || person.is(Role.SUPERVISOR) || works(person, appeal);
    }

    private boolean sees(StaffMember person, Appeal appeal) {
        if (!appeal.locality().equals(person.locality())) {
            return false;
        }
        if (appeal.confidential()) {
            // Where it happened opens nothing here, and who else may see it the database knows (V23__confidential.sql).
            return true;
        }
        // Whoever sees the whole sees what it was split into.
        if (appeal.subCase()
                && appeals.find(appeal.parent())
                        .filter(whole -> sees(person, whole))
                        .isPresent()) {
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
