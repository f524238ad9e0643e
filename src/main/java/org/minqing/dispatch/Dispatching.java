package org.minqing.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Responding;
import org.minqing.appeal.Subjects;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Role;
import org.minqing.organisation.StandIns;
import org.minqing.problem.InvalidInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the dispatcher decides. None of it touches a clock. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Dispatching {

    private final Appeals appeals;
    private final Localities localities;
    private final StandIns standIns;
    private final Subjects subjects;

    Dispatching(Appeals appeals, Localities localities, StandIns standIns, Subjects subjects) {
        this.appeals = appeals;
        this.localities = localities;
        this.standIns = standIns;
        this.subjects = subjects;
    }

    /**
     * Another unit makes the first response. Where the place was not known, it is now.
     *
     * @return who will handle it afterwards
     */
    public Holding rerouted(String number, Actor by, String unit, String note) {
        var open = appeals.open(number);
        var appeal = open.state();
        var locality = locality(appeal);
        var name = locality.unit(unit).orElseThrow().name();
        var place = placeUnknown(appeal) ? unit : appeal.unit();
        var post = appeal.decision().orElseThrow().who().post();
        var holder = holder(locality, post, place, subjects.of(number));
        open.rerouted(
                by,
                new Responding(place, unit, null, holder.unit().code(), decided(holder, post)),
                "改派" + name + "响应：" + note);
        return holder;
    }

    /**
     * A post of any unit responds and goes on with it, without another step of the dispatcher.
     *
     * @return the same
     */
    public Holding assigned(String number, Actor by, String group, String note) {
        var open = appeals.open(number);
        var appeal = open.state();
        var to = instead(appeal, choice(appeal, group));
        var handler = handler(appeal, to);
        open.rerouted(
                by,
                responding(appeal, to, handler),
                "派至" + to.label() + (handler.equals(to) ? "响应并办理：" : "响应：") + note);
        return handler;
    }

    /**
     * A post takes the appeal on.
     *
     * @return the unit that holds the post
     */
    public Holding dispatched(String number, Actor by, String post, String note) {
        var open = appeals.open(number);
        var appeal = open.state();
        var holder = holder(appeal, post);
        open.dispatched(by, holder.unit().code(), post, "派单至" + holder.label() + "：" + note);
        return holder;
    }

    /**
     * A supervisor gives it to somebody else: the handling, or before that the first response. Residents read to whom,
     * colleagues also why.
     *
     * @return who handles it: a grid worker responds for his neighbour, and the post that was decided goes on
     */
    public Holding reassigned(String number, Actor by, Holding to, String reason) {
        var open = appeals.open(number);
        var appeal = open.state();
        var handler = to;
        if (appeal.status() == AppealStatus.RECEIVED) {
            handler = handler(appeal, to);
            open.reassigned(
                    by, responding(appeal, to, handler), "改派至" + to.label() + (handler.equals(to) ? "响应并办理" : "响应"));
        } else {
            open.reassigned(by, to.unit().code(), to.post().code(), "改派至" + to.label() + "办理");
        }
        open.supervised(by, "改派原因：" + reason, false);
        return handler;
    }

    /** That post, or whoever stands in for it where nobody else is in it than whom the appeal is about. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Holding instead(Appeal appeal, Holding to) {
        return standIns
                .holders(locality(appeal), to.post().code(), to.unit().code(), subjects.of(appeal.number()))
                .stream()
                .findFirst()
                .orElse(to);
    }

    /** Every post of every unit that can have an appeal, those of its place first. */
    public static List<Holding> choices(Locality locality, String place) {
        return Stream.concat(
                        locality.posts().stream().flatMap(post -> locality.holdersOf(post.code(), place).stream()),
                        locality.holdings().stream())
                .filter(holding -> holding.post().role() == Role.HANDLER)
                .distinct()
                .toList();
    }

    private Holding choice(Appeal appeal, String group) {
        return choices(locality(appeal), appeal.unit()).stream()
                .filter(h -> h.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("holder", "请从可选的承办岗位中选一个", "is no post that could have it"));
    }

    /** Whoever is named responds, and handles it too unless his post is one of those that only respond here. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Holding handler(Appeal appeal, Holding to) {
        var who = appeal.decision().orElseThrow().who();
        var post = to.post().code();
        return who.respondPosts().contains(post) && !who.post().equals(post)
                ? holder(locality(appeal), who.post(), place(appeal, to), subjects.of(appeal.number()))
                : to;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Responding responding(Appeal appeal, Holding to, Holding handler) {
        var decided = appeal.decision().orElseThrow().who().post();
        return new Responding(
                place(appeal, to),
                to.unit().code(),
                to.post().code(),
                handler.unit().code(),
                decided(handler, decided));
    }

    /** The post that was decided, even while the dispatcher has it because several could be meant. */
    private static String decided(Holding handler, String post) {
        return handler.post().role() == Role.DISPATCHER ? post : handler.post().code();
    }

    private String place(Appeal appeal, Holding to) {
        return placeUnknown(appeal) && !to.unit().office() ? to.unit().code() : appeal.unit();
    }

    private boolean placeUnknown(Appeal appeal) {
        return appeal.unit().equals(locality(appeal).root().code());
    }

    /**
     * The holder of a post for a place; the dispatcher when several could be meant, as long as nobody knows the place.
     * That somebody holds every post is checked at start-up.
     *
     * @param excluded user ids of those who may not; where nobody else holds the post, the first that stands in for it has
     *                 somebody who may
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Holding holder(Locality locality, String post, String unit, Collection<String> excluded) {
        var holders = standIns.holders(locality, post, unit, excluded);
        if (holders.size() == 1) {
            return holders.get(0);
        }
        var dispatchers = standIns.holders(locality, "dispatcher", unit, excluded);
        return dispatchers.isEmpty() ? locality.holdersOf("dispatcher", unit).get(0) : dispatchers.get(0);
    }

    /** The same for an appeal, without those whom it is about. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Holding holder(Appeal appeal, String post) {
        return holder(appeal, post, appeal.unit());
    }

    /** The same as if it had happened somewhere else. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Holding holder(Appeal appeal, String post, String place) {
        return holder(locality(appeal), post, place, subjects.of(appeal.number()));
    }

    private Locality locality(Appeal appeal) {
        return localities.get(appeal.locality());
    }
}
