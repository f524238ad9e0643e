package org.minqing.access;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.organisation.Channel;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Post;
import org.minqing.organisation.Role;
import org.minqing.organisation.Unit;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who may take appeals down for residents: a registrar at the desk, for all of his locality; and whoever goes from door to door, a
 * post of {@code registering.yml}, for his own units. Every door asks here.
 */
@Component
public class Registering {

    private record File(String first, int codeToldMinutes, List<String> posts, List<String> channels) {}

    private final File file;
    private final Holdings holdings;

    /** @throws IllegalStateException if the file names a post or a channel that there is not, or leaves a locality without one */
    @Autowired
    Registering(Localities localities, Holdings holdings) {
        this(new PolicyFile("registering.yml"), localities, holdings);
    }

    Registering(PolicyFile policy, Localities localities, Holdings holdings) {
        this.file = policy.read(File.class);
        this.holdings = holdings;
        if (file.codeToldMinutes() < 1) {
            throw new IllegalStateException("registering.yml: codeToldMinutes is 1 or more");
        }
        var all = localities.all();
        refuse(
                "post",
                file.posts(),
                all.stream().flatMap(l -> l.posts().stream().map(Post::code)));
        refuse(
                "channel",
                file.channels(),
                all.stream().flatMap(l -> l.channels().stream().map(Channel::code)));
        all.forEach(locality -> {
            if (locality.channel(file.first()).isEmpty() || outdoors(locality).isEmpty()) {
                throw new IllegalStateException("registering.yml: " + locality.code() + " has not the channel "
                        + file.first() + ", or none of " + file.channels());
            }
        });
    }

    /** @param groups the engine's groups of a person */
    public Optional<Registrar> atDesk(Collection<String> groups) {
        return with(groups, holding -> holding.post().role() == Role.REGISTRAR)
                .findFirst()
                .map(holding -> {
                    var locality = locality(holding);
                    var places = locality.areas().stream()
                            .filter(unit -> !unit.equals(locality.root()))
                            .toList();
                    return new Registrar(holding, locality, places, atDesk(locality));
                });
    }

    /** The same for whoever is out and about: his own units, the post he holds first among them. */
    public Optional<Registrar> outdoors(Collection<String> groups) {
        var his = with(groups, holding -> file.posts().contains(holding.post().code()))
                .filter(holding -> !holding.unit().office())
                .toList();
        return his.stream().findFirst().map(holding -> {
            var locality = locality(holding);
            var places = his.stream()
                    .flatMap(one -> within(locality, one.unit()))
                    .distinct()
                    .toList();
            return new Registrar(holding, locality, places, outdoors(locality));
        });
    }

    /** So long whoever took an appeal down may read its code out. */
    Duration codeTold() {
        return Duration.ofMinutes(file.codeToldMinutes());
    }

    /** Wherever he is: at the desk, if he has one. */
    public Optional<Registrar> of(Collection<String> groups) {
        return atDesk(groups).or(() -> outdoors(groups));
    }

    private Stream<Holding> with(Collection<String> groups, Predicate<Holding> which) {
        return holdings.of(groups).stream().filter(which);
    }

    private Locality locality(Holding holding) {
        return holdings.localityOf(List.of(holding.group())).orElseThrow();
    }

    private static Stream<Unit> within(Locality locality, Unit top) {
        return locality.areas().stream().filter(unit -> locality.isWithin(unit.code(), top.code()));
    }

    /** All of them, and first the one that rings. */
    private List<Channel> atDesk(Locality locality) {
        return Stream.concat(locality.channel(file.first()).stream(), locality.channels().stream())
                .distinct()
                .toList();
    }

    private List<Channel> outdoors(Locality locality) {
        return file.channels().stream()
                .flatMap(code -> locality.channel(code).stream())
                .toList();
    }

    private static void refuse(String what, List<String> named, Stream<String> known) {
        var there = known.collect(Collectors.toSet());
        named.stream().filter(code -> !there.contains(code)).findFirst().ifPresent(code -> {
            throw new IllegalStateException("registering.yml: no locality has the " + what + " " + code);
        });
        if (named.isEmpty()) {
            throw new IllegalStateException("registering.yml: at least one " + what);
        }
    }
}
