package org.minqing.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Track;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Post;
import org.minqing.organisation.Role;
import org.minqing.policy.PolicyFile;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** The rules of {@code confidential.yml}: who sees an appeal that is taken confidentially, and who reaches an unnamed resident. */
@Component
public class ConfidentialRules {

    private static final Set<Role> OVERSEE = Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.REGISTRAR);

    private record File(
            List<String> first,
            List<String> readers,
            String overdue,
            Boolean administrators,
            List<String> anonymousContacts) {

        Stream<String> posts() {
            return Stream.of(first, readers, List.of(overdue), anonymousContacts)
                    .flatMap(List::stream);
        }
    }

    private final File file;
    private final Holdings holdings;

    /** @throws IllegalStateException if the file names a post that there is not, or a locality has nobody to find out */
    ConfidentialRules(Localities localities, Holdings holdings) {
        this.file = new PolicyFile("confidential.yml").read(File.class);
        this.holdings = holdings;
        var known = localities.all().stream()
                .flatMap(locality -> locality.posts().stream())
                .map(Post::code)
                .collect(Collectors.toSet());
        file.posts().filter(post -> !known.contains(post)).findFirst().ifPresent(post -> {
            throw new IllegalStateException("confidential.yml: no locality has the post " + post);
        });
        localities.all().forEach(this::first);
    }

    /** Who sees it before anybody else and finds out whom it is about. */
    public List<Holding> first(Locality locality) {
        var root = locality.root().code();
        return file.first().stream()
                .map(post -> locality.holdersOf(post, root))
                .filter(holders -> !holders.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "confidential.yml: nobody in " + locality.code() + " is one of " + file.first()));
    }

    /** Whether a decision table may give it to this post. */
    public boolean reads(String post) {
        return file.first().contains(post) || file.readers().contains(post);
    }

    /** Whether one of his posts lets him see confidential appeals that are not about himself. */
    boolean reads(StaffMember person) {
        return holdings.of(person.groups()).stream()
                .anyMatch(holding -> reads(holding.post().code()));
    }

    /** The post that supervises what is late, whatever the table says; a code. */
    public String overdue() {
        return file.overdue();
    }

    boolean administratorsRead() {
        return file.administrators();
    }

    /**
     * Whether this person may know who an unnamed resident is. For every other appeal the answer is yes, and what he may see
     * of it is not asked here.
     */
    public boolean knowsUnnamed(StaffMember person) {
        return holdings.of(person.groups()).stream()
                .anyMatch(holding ->
                        file.anonymousContacts().contains(holding.post().code()));
    }

    /** As the table {@code holding} has it; null for one that sees nothing but its tasks. */
    String kind(Locality locality, Holding holding) {
        if (first(locality).contains(holding)) {
            return "first";
        }
        return reads(holding.post().code()) ? "named" : null;
    }

    /** Whether this person may name whom an appeal is about, on its card: who finds that out in the task, and who oversees all. */
    public boolean names(StaffMember person) {
        return OVERSEE.stream().anyMatch(person::is)
                || holdings.of(person.groups()).stream()
                        .anyMatch(
                                holding -> file.first().contains(holding.post().code()));
    }

    /**
     * Who is to handle it: whom the table names, unless that post does not see it.
     *
     * @param track a code of {@link Track}
     * @param post  a code
     */
    public String post(String track, String post, Locality locality) {
        return Track.CONFIDENTIAL.equals(track) && !reads(post)
                ? first(locality).get(0).post().code()
                : post;
    }

    /** Which of these posts a table may give it to. */
    public List<String> offered(Appeal appeal, List<String> posts) {
        return appeal.confidential() ? posts.stream().filter(this::reads).toList() : posts;
    }
}
