package org.minqing.organisation;

import static org.minqing.organisation.LocalityFiles.DEMONSTRATION;
import static org.minqing.organisation.LocalityFiles.LOCALITY;
import static org.minqing.organisation.LocalityFiles.ORGANISATION;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minqing.organisation.LocalityFiles.LevelEntry;
import org.minqing.organisation.LocalityFiles.MembershipEntry;
import org.minqing.organisation.LocalityFiles.PersonEntry;
import org.minqing.organisation.LocalityFiles.UnitEntry;

/**
 * What has to be true of one locality before work can be given out by its files. Finds every fault instead of stopping at the first,
 * because the files are written by hand and a start takes a while.
 */
class OrganisationCheck {

    /** The engine keeps user, group and tenant ids in columns of this length. */
    static final int LONGEST_ID = 64;

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ENGINE_ID = Pattern.compile("[a-zA-Z0-9_-]+");
    /** As the authorities for maps give it: province or GS, the year, a running number. */
    private static final Pattern REVIEW_NUMBER = Pattern.compile("\\p{IsHan}?[A-Z]{1,4}[(（][0-9]{4}[)）][0-9]{1,6}号");

    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2}");

    private final LocalityFiles files;
    private final List<UnitEntry> units;
    private final List<String> faults = new ArrayList<>();

    private OrganisationCheck(LocalityFiles files) {
        this.files = files;
        this.units = files.units();
    }

    /** One line for each fault, with file and entry; empty if the locality can be used. */
    static List<String> faults(LocalityFiles files) {
        return new OrganisationCheck(files).faults();
    }

    private List<String> faults() {
        checkHeader();
        checkCodes();
        units.forEach(this::checkUnit);
        checkRoot();
        checkDepth(files.organisation().root());
        checkGroups();
        checkHolders();
        checkSubstitutes();
        checkPeople();
        return faults;
    }

    private void checkHeader() {
        String code = files.locality().code();
        require(code.equals(files.folder()), LOCALITY, "code", "is " + code + " in the folder " + files.folder());
        require(
                CODE.matcher(code).matches(),
                LOCALITY,
                "code",
                code + " has other characters than a-z, 0-9 and dashes");
        String prefix = files.locality().numberPrefix();
        require(PREFIX.matcher(prefix).matches(), LOCALITY, "numberPrefix", prefix + " is not two capital letters");
        Set<String> phases = files.locality().phases().keySet();
        require(
                phases.equals(Set.copyOf(Locality.PHASES)),
                LOCALITY,
                "phases",
                "has " + phases + " instead of " + Locality.PHASES);
        requireDistinct(
                LOCALITY,
                "channels",
                files.locality().channels().stream().map(Channel::code).toList());
        String review = files.locality().mapReviewNumber();
        require(
                review == null || REVIEW_NUMBER.matcher(review).matches(),
                LOCALITY,
                "mapReviewNumber",
                review + " is no review number such as 苏S(2026)001号");
        try {
            files.locality().officeHours();
        } catch (IllegalArgumentException e) {
            require(false, LOCALITY, "workingTime", e.getMessage());
        }
    }

    private void checkCodes() {
        requireDistinct(ORGANISATION, "levels", levelCodes());
        requireDistinct(ORGANISATION, "posts", postCodes());
        requireDistinct(
                ORGANISATION, "units", units.stream().map(UnitEntry::code).toList());
    }

    private void checkUnit(UnitEntry unit) {
        String code = files.locality().code();
        require(
                CODE.matcher(unit.code()).matches(),
                ORGANISATION,
                unit.code(),
                "has other characters than a-z, 0-9 and dashes");
        require(
                unit.code().equals(code) || unit.code().startsWith(code + "-"),
                ORGANISATION,
                unit.code(),
                "does not begin with " + code);
        require(
                levelCodes().contains(unit.level()),
                ORGANISATION,
                unit.code(),
                "has the unknown level " + unit.level());
        requireDistinct(ORGANISATION, unit.code() + ".posts", unit.posts());
        unit.posts()
                .forEach(post -> require(
                        postCodes().contains(post), ORGANISATION, unit.code(), "holds the unknown post " + post));
    }

    private void checkRoot() {
        UnitEntry root = files.organisation().root();
        require(!isOffice(root), ORGANISATION, root.code(), "is the root and an office");
    }

    /** Each area lies deeper than the one above it, and never below an office; an office may stand anywhere. */
    private void checkDepth(UnitEntry unit) {
        for (UnitEntry below : unit.units()) {
            boolean deeper = depth(below) > depth(unit) && !isOffice(unit);
            boolean known = depth(below) >= 0 && depth(unit) >= 0;
            require(
                    isOffice(below) || deeper || !known,
                    ORGANISATION,
                    below.code(),
                    "has the level " + below.level() + " below the level " + unit.level());
            checkDepth(below);
        }
    }

    private void checkGroups() {
        List<String> groups = files.groups();
        groups.forEach(group -> requireId(ORGANISATION, group));
        requireDistinct(ORGANISATION, "groups", groups);
    }

    /** Areas share a post, each for its own people; an office's post is one place for the whole locality. */
    private void checkHolders() {
        for (String post : postCodes()) {
            List<UnitEntry> holders =
                    units.stream().filter(unit -> unit.posts().contains(post)).toList();
            require(!holders.isEmpty(), ORGANISATION, post, "is held by no unit");
            require(
                    holders.size() < 2 || holders.stream().noneMatch(this::isOffice),
                    ORGANISATION,
                    post,
                    "is the post of an office and held by several units: "
                            + holders.stream().map(UnitEntry::code).toList());
        }
    }

    /** Only for a post that is not there, and only by one that is: else nobody could say whose work it is. */
    private void checkSubstitutes() {
        files.organisation().substitutes().forEach((missing, post) -> {
            require(
                    !postCodes().contains(missing),
                    ORGANISATION,
                    "substitutes",
                    "names " + missing + ", a post of its own");
            require(
                    postCodes().contains(post),
                    ORGANISATION,
                    "substitutes",
                    "gives " + missing + " to the unknown post " + post);
        });
    }

    private void checkPeople() {
        files.users().forEach(user -> requireId(DEMONSTRATION, user));
        requireDistinct(DEMONSTRATION, "people", files.users());
        for (PersonEntry person : files.people()) {
            requireDistinct(
                    DEMONSTRATION,
                    person.user(),
                    person.memberships().stream()
                            .map(m -> Holding.group(m.unit(), m.post()))
                            .toList());
            require(!person.memberships().isEmpty(), DEMONSTRATION, person.user(), "has no membership");
            person.memberships().forEach(membership -> checkMembership(person, membership));
        }
    }

    private void checkMembership(PersonEntry person, MembershipEntry membership) {
        List<UnitEntry> named =
                units.stream().filter(u -> u.code().equals(membership.unit())).toList();
        require(!named.isEmpty(), DEMONSTRATION, person.user(), "is in the unknown unit " + membership.unit());
        require(
                named.stream().allMatch(unit -> unit.posts().contains(membership.post())),
                DEMONSTRATION,
                person.user(),
                "has the post " + membership.post() + ", which " + membership.unit() + " does not hold");
    }

    private boolean isOffice(UnitEntry unit) {
        return files.organisation().levels().stream().anyMatch(l -> l.code().equals(unit.level()) && l.office());
    }

    private int depth(UnitEntry unit) {
        return levelCodes().indexOf(unit.level());
    }

    private List<String> levelCodes() {
        return files.organisation().levels().stream().map(LevelEntry::code).toList();
    }

    private List<String> postCodes() {
        return files.organisation().posts().stream().map(Post::code).toList();
    }

    private void requireId(String file, String id) {
        require(ENGINE_ID.matcher(id).matches(), file, id, "has other characters than letters, digits, _ and -");
        require(id.length() <= LONGEST_ID, file, id, "is longer than " + LONGEST_ID + " characters");
    }

    private void requireDistinct(String file, String entry, List<?> values) {
        Set<Object> seen = new HashSet<>();
        Set<Object> twice =
                values.stream().filter(v -> !seen.add(v)).collect(Collectors.toCollection(LinkedHashSet::new));
        require(twice.isEmpty(), file, entry, "repeats " + twice);
    }

    private void require(boolean sound, String file, String entry, String fault) {
        if (!sound) {
            faults.add(files.folder() + "/" + file + ": " + entry + " " + fault);
        }
    }
}
