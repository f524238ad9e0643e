package org.minqing.limits;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.policy.PolicyFile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The rules of {@code limits.yml}.
 *
 * @param massedAfter so many submissions of an address are like any other; those beyond are marked
 */
record LimitRules(
        Rate submissions,
        int massedAfter,
        Rate registrations,
        Rate trackingMisses,
        Rate signIns,
        Rate downloads,
        Rate hints,
        Rate uploads,
        Rate similar,
        List<Hall> halls) {

    /**
     * So often within that time; a figure that is not there does not count.
     *
     * @param per in ISO form, such as {@code PT1H}
     */
    record Rate(
            String per,
            @JsonSetter(nulls = Nulls.SET) Integer person,
            @JsonSetter(nulls = Nulls.SET) Integer address,
            @JsonSetter(nulls = Nulls.SET) Integer network) {

        Duration time() {
            return Duration.parse(per);
        }
    }

    /** Computers that many people use. */
    record Hall(String name, List<String> networks, int times) {

        /** @throws IllegalArgumentException if one of the networks is none */
        List<IpAddressMatcher> matchers() {
            return networks.stream().map(IpAddressMatcher::new).toList();
        }
    }

    /**
     * @param own file of this node that wins over the one of the program, if it is there
     * @throws IllegalStateException if it cannot be used
     */
    static LimitRules read(String own) {
        var file = new FileSystemResource(own);
        var name = file.exists() ? own : "limits.yml";
        var rules = (file.exists() ? new PolicyFile(own, file) : new PolicyFile("limits.yml")).read(LimitRules.class);
        try {
            rules.check();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
        return rules;
    }

    private void check() {
        for (var rate : List.of(submissions, registrations, trackingMisses, signIns, downloads, hints, similar)) {
            var figures =
                    Stream.of(rate.person(), rate.address(), rate.network()).filter(figure -> figure != null);
            if (rate.time().compareTo(Duration.ofSeconds(1)) < 0 || figures.anyMatch(figure -> figure < 1)) {
                throw new IllegalArgumentException("times and figures are above 0, not " + rate);
            }
        }
        if (massedAfter < 1) {
            throw new IllegalArgumentException("massedAfter is above 0, not " + massedAfter);
        }
        for (var hall : halls) {
            if (hall.times() < 1) {
                throw new IllegalArgumentException("times are above 0, not " + hall);
            }
            hall.matchers();
        }
    }
}
