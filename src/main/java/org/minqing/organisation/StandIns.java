package org.minqing.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** Who does the work of a post when those who hold it may not: the rules of {@code stand-ins.yml}, for every kind of work. */
@Component
public class StandIns {

    private record File(Map<String, List<String>> standIns, List<String> otherwise) {}

    private final File file;
    private final PostHolders people;

    /** @throws IllegalStateException if the file names a post that there is not, or leaves one without a stand-in */
    StandIns(Localities localities, PostHolders people) {
        this.file = new PolicyFile("stand-ins.yml").read(File.class);
        this.people = people;
        var known = localities.all().stream()
                .flatMap(locality -> locality.posts().stream())
                .map(Post::code)
                .collect(Collectors.toSet());
        Stream.concat(
                        file.standIns().keySet().stream(),
                        Stream.concat(
                                file.standIns().values().stream().flatMap(List::stream), file.otherwise().stream()))
                .filter(post -> !known.contains(post))
                .findFirst()
                .ifPresent(post -> {
                    throw new IllegalStateException("stand-ins.yml: no locality has the post " + post);
                });
        localities.all().forEach(this::check);
    }

    private void check(Locality locality) {
        for (var post : locality.posts()) {
            if (of(post.code())
                    .allMatch(standIn ->
                            locality.holdersOf(standIn, locality.root().code()).isEmpty())) {
                throw new IllegalStateException(
                        "stand-ins.yml: nobody in " + locality.code() + " stands in for " + post.code());
            }
        }
    }

    /**
     * Who does the work of a post for a unit, if some people may not: the nearest that holds the post, there or in a unit
     * above, and has somebody else in it; or else the same for the first post of the list that does.
     *
     * @param excluded user ids; if there are none, whoever holds the post has it, even while nobody fills it
     * @return empty if nobody is left
     * @throws IllegalArgumentException if this locality has no such unit
     */
    public List<Holding> holders(Locality locality, String post, String unit, Collection<String> excluded) {
        if (excluded.isEmpty()) {
            return locality.holdersOf(post, unit);
        }
        return holders(
                locality,
                post,
                unit,
                holding -> holding.post().code().equals(post) ? keeps(holding, excluded) : left(holding, excluded));
    }

    /**
     * The same by a condition of the caller's.
     *
     * @param able whether the work may go to that post of that unit
     */
    public List<Holding> holders(Locality locality, String post, String unit, Predicate<Holding> able) {
        return Stream.concat(Stream.of(post), of(post))
                .map(code -> nearest(locality, code, unit, able))
                .filter(holders -> !holders.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Holding> nearest(Locality locality, String post, String unit, Predicate<Holding> able) {
        var here = locality.holdersOf(post, unit).stream().filter(able).toList();
        return here.isEmpty()
                ? locality.lineOf(unit).stream()
                        .filter(above -> above.holds(post))
                        .map(above -> new Holding(above, locality.post(post).orElseThrow()))
                        .filter(able)
                        .limit(1)
                        .toList()
                : here;
    }

    /** Whether somebody holds it who is not excluded. */
    public boolean left(Holding holding, Collection<String> excluded) {
        return !Set.copyOf(excluded).containsAll(holders(holding));
    }

    /** Whether its work may stay with it: somebody is left, or none of those who may not is in it. */
    public boolean keeps(Holding holding, Collection<String> excluded) {
        return left(holding, excluded) || holders(holding).stream().noneMatch(excluded::contains);
    }

    /** User ids. */
    public Set<String> holders(Holding holding) {
        return people.of(holding);
    }

    private Stream<String> of(String post) {
        return Stream.concat(file.standIns().getOrDefault(post, List.of()).stream(), file.otherwise().stream())
                .filter(code -> !code.equals(post))
                .distinct();
    }
}
