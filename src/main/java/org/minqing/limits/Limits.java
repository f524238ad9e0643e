package org.minqing.limits;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.minqing.organisation.Role;
import org.minqing.problem.TooMany;
import org.minqing.security.ClientNetwork;
import org.minqing.security.StaffMember;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** How often one source may do what; the figures are in {@code limits.yml}. Needs no database. */
@Component
public class Limits {

    private record Place(List<IpAddressMatcher> networks, int times) {}

    private final Act submissions;
    private final Act massed;
    private final Act registrations;
    private final Act trackingMisses;
    private final Act signIns;
    private final Act downloads;
    private final Act hints;
    private final Act uploads;
    private final Act similar;
    private final List<Place> halls;

    @Autowired
    Limits(@Value("${minqing.limits-file}") String own) {
        this(LimitRules.read(own), TimeMeter.SYSTEM_MILLISECONDS);
    }

    Limits(LimitRules rules, TimeMeter clock) {
        submissions = new Act(
                rules.submissions(),
                clock,
                "从您这里的网络提交的诉求太多，这一件没有收下。",
                "Too many appeals came from your network; this one was not taken.");
        massed =
                new Act(new LimitRules.Rate(rules.submissions().per(), null, rules.massedAfter(), null), clock, "", "");
        registrations = new Act(
                rules.registrations(),
                clock,
                "您登记的诉求太多，这一件没有收下。",
                "You have registered too many appeals; this one was not taken.");
        trackingMisses = new Act(
                rules.trackingMisses(),
                clock,
                "从您这里的网络输错查询码的次数太多，暂时不能查询。",
                "Too many wrong tracking codes came from your network.");
        signIns = new Act(
                rules.signIns(), clock, "从您这里的网络登录的次数太多。", "Too many attempts to sign in came from your network.");
        downloads = new Act(rules.downloads(), clock, "下载的次数太多。", "Too many downloads.");
        hints = new Act(rules.hints(), clock, "从您这里的网络询问提示的次数太多。", "Too many texts were looked at for hints.");
        uploads = new Act(rules.uploads(), clock, "从您这里的网络上传的附件太多，这一个没有收下。", "Too many files came from your network.");
        similar = new Act(rules.similar(), clock, "从您这里的网络查询相同诉求的次数太多。", "Too many texts were compared with others.");
        halls = rules.halls().stream()
                .map(hall -> new Place(hall.matchers(), hall.times()))
                .toList();
    }

    /**
     * Somebody hands in an appeal.
     *
     * @return whether it is one of so many of the same address that it waits behind others
     * @throws TooMany if it must not be taken
     */
    public boolean submission(HttpServletRequest request) {
        if (isRegistrar(request)) {
            registration(request);
            return false;
        }
        var source = source(request);
        submissions.take(source);
        try {
            massed.take(source);
            return false;
        } catch (TooMany e) {
            return true;
        }
    }

    /**
     * Somebody of the staff takes an appeal down for a resident; who may, is asked elsewhere.
     *
     * @throws TooMany if it must not be taken
     */
    public void registration(HttpServletRequest request) {
        registrations.take(source(request));
    }

    /**
     * Somebody has what he writes looked at, before he hands it in.
     *
     * @throws TooMany if he did so too often
     */
    public void hint(HttpServletRequest request) {
        hints.take(source(request));
    }

    /**
     * Somebody sends an attachment.
     *
     * @throws TooMany if he sent too many
     */
    public void upload(HttpServletRequest request) {
        uploads.take(source(request));
    }

    /**
     * Somebody has what he writes compared with what others told of.
     *
     * @throws TooMany if he did so too often
     */
    public void similar(HttpServletRequest request) {
        similar.take(source(request));
    }

    void signIn(HttpServletRequest request) {
        signIns.take(source(request));
    }

    /** Before somebody's password is looked at; {@link #wrongPassword} counts. */
    void maySignIn(HttpServletRequest request) {
        signIns.check(source(request));
    }

    void wrongPassword(HttpServletRequest request) {
        signIns.spend(source(request));
    }

    void mayTrack(HttpServletRequest request) {
        trackingMisses.check(source(request));
    }

    void wrongCode(HttpServletRequest request) {
        trackingMisses.spend(source(request));
    }

    void mayDownload(HttpServletRequest request) {
        downloads.check(source(request));
    }

    void downloaded(HttpServletRequest request) {
        downloads.spend(source(request));
    }

    private Source source(HttpServletRequest request) {
        var person = person(request);
        return new Source(
                person == null ? null : person.userId(), ClientNetwork.of(request), times(request.getRemoteAddr()));
    }

    private int times(String address) {
        if (halls.isEmpty() || !ClientNetwork.isAddress(address)) {
            return 1;
        }
        return halls.stream()
                .filter(hall -> hall.networks().stream().anyMatch(network -> network.matches(address)))
                .mapToInt(Place::times)
                .max()
                .orElse(1);
    }

    private static boolean isRegistrar(HttpServletRequest request) {
        var person = person(request);
        return person != null && person.is(Role.REGISTRAR);
    }

    private static StaffMember person(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof StaffMember member
                ? member
                : null;
    }
}
