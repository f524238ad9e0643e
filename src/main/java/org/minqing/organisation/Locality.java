package org.minqing.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A town, street or community (镇、街道、社区) with its own units, words and channels. Never changes: with other units it is another one. */
public final class Locality {

    /** Keys of the phases in the order in which an appeal goes through them; each locality has its own words for them. */
    public static final List<String> PHASES = List.of("received", "dispatched", "handling", "feedback", "closed");

    private final LocalityFiles.Header header;
    private final Map<String, String> phases = new LinkedHashMap<>();
    private final Map<String, Channel> channels;
    private final Map<String, Post> posts;
    private final Map<String, String> substitutes;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final List<Person> people;
    private final OfficeHours officeHours;

    /** Expects files in which {@link LocalitiesCheck} found nothing. */
    Locality(LocalityFiles files) {
        header = files.locality();
        var organisation = files.organisation();
        PHASES.forEach(phase -> phases.put(phase, header.phases().get(phase)));
        channels = LocalityFiles.byCode(header.channels(), Channel::code);
        posts = LocalityFiles.byCode(organisation.posts(), Post::code);
        substitutes = organisation.substitutes();
        officeHours = header.officeHours();
        addUnits(
                LocalityFiles.byCode(organisation.levels(), LocalityFiles.LevelEntry::code), organisation.root(), null);
        people = files.people().stream()
                .map(entry -> person(files.user(entry), entry))
                .toList();
    }

    /** Also the engine's tenant id and the name of the folder. */
    public String code() {
        return header.code();
    }

    public String name() {
        return header.name();
    }

    /** What kind of place it is, such as 镇. */
    public String level() {
        return header.level();
    }

    /** Two capital letters with which the appeal numbers of this locality begin; no other locality has them. */
    public String numberPrefix() {
        return header.numberPrefix();
    }

    /** The landline that residents can call when the service is unavailable. */
    public String deskPhone() {
        return header.deskPhone();
    }

    /** Where it lies, as far as its files say. */
    public Extent extent() {
        return header.extent() == null ? Extent.ANYWHERE : header.extent();
    }

    /** The number under which its map was reviewed (审图号); empty while it has none, and then no resident sees a map. */
    public Optional<String> mapReviewNumber() {
        return Optional.ofNullable(header.mapReviewNumber());
    }

    /** When its offices are open. */
    public OfficeHours officeHours() {
        return officeHours;
    }

    /** This locality's word for each of {@link #PHASES}, in that order. */
    public Map<String, String> phases() {
        return Collections.unmodifiableMap(phases);
    }

    /** In the order in which to offer them. */
    public List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    public Optional<Channel> channel(String code) {
        return Optional.ofNullable(channels.get(code));
    }

    /** The name of a channel; one that is gone goes by its code. */
    public String channelName(String code) {
        return channel(code).map(Channel::name).orElse(code);
    }

    /** Whether the command centre confirms by hand, before handling begins, what was decided to be of this tier, S3-12. */
    public boolean dispatcherConfirms(String tier) {
        return header.dispatcherConfirms().contains(tier);
    }

    /** The whole tree, each unit before those below it. */
    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    /** The units in which people live: all but the offices. */
    public List<Unit> areas() {
        return units.values().stream().filter(unit -> !unit.office()).toList();
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    public Unit root() {
        return units.values().iterator().next();
    }

    public List<Post> posts() {
        return List.copyOf(posts.values());
    }

    public Optional<Post> post(String code) {
        return Optional.ofNullable(posts.get(code));
    }

    /** The post that does this work here: the same, or the one that stands for it where the locality does not have it. */
    public String postFor(String code) {
        return substitutes.getOrDefault(code, code);
    }

    /** The demonstration people; none where the locality ships without them. */
    public List<Person> people() {
        return people;
    }

    /** Every post of every unit, in the order of the tree: one engine group each. */
    public List<Holding> holdings() {
        return units.values().stream()
                .flatMap(unit -> unit.posts().stream().map(post -> holding(unit, post)))
                .toList();
    }

    /**
     * Who does the work of a post for a unit: the nearest unit on the way up to the root that holds it; else those that hold
     * it below the nearest unit of that way. So a department is found from every grid, and a village finds its own grids
     * before those of its neighbours.
     *
     * @return empty if nobody in the locality holds the post
     * @throws IllegalArgumentException if this locality has no such unit
     */
    public List<Holding> holdersOf(String postCode, String fromUnit) {
        String post = postFor(postCode);
        List<Unit> line = lineOf(fromUnit);
        for (Unit unit : line) {
            if (unit.holds(post)) {
                return List.of(holding(unit, post));
            }
        }
        return line.stream()
                .map(ancestor -> holdersWithin(ancestor, post))
                .filter(holders -> !holders.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * The unit, the one above it, and so on up to the root.
     *
     * @throws IllegalArgumentException if this locality has no such unit
     */
    public List<Unit> lineOf(String unitCode) {
        List<Unit> line = new ArrayList<>();
        for (Unit unit = known(unitCode); unit != null; unit = units.get(unit.parent())) {
            line.add(unit);
        }
        return List.copyOf(line);
    }

    /** Whether the first unit is the second or lies below it; false if this locality does not know the first. */
    public boolean isWithin(String unit, String ancestor) {
        return units.containsKey(unit)
                && lineOf(unit).stream().anyMatch(above -> above.code().equals(ancestor));
    }

    /**
     * Which of these posts, once each, nobody is responsible for in one of the smallest areas: neither a unit on the way up nor
     * exactly one office holds it. A neighbour that holds it does not count: its people would get the work of strangers.
     */
    public List<String> missing(Collection<String> postCodes) {
        List<String> smallest = UnitTree.smallest(this).stream().map(Unit::code).toList();
        return postCodes.stream()
                .distinct()
                .filter(post -> !smallest.stream().allMatch(area -> isCovered(area, post)))
                .toList();
    }

    @Override
    public String toString() {
        return code();
    }

    private Unit known(String unitCode) {
        return unit(unitCode)
                .orElseThrow(() -> new IllegalArgumentException("Locality " + code() + " has no unit " + unitCode));
    }

    private boolean isCovered(String area, String post) {
        List<Holding> holders = holdersOf(post, area);
        return holders.size() == 1
                && (holders.get(0).unit().office()
                        || isWithin(area, holders.get(0).unit().code()));
    }

    private List<Holding> holdersWithin(Unit ancestor, String post) {
        return units.values().stream()
                .filter(unit -> unit.holds(post) && isWithin(unit.code(), ancestor.code()))
                .map(unit -> holding(unit, post))
                .toList();
    }

    private Holding holding(Unit unit, String post) {
        return new Holding(unit, posts.get(post));
    }

    private void addUnits(Map<String, LocalityFiles.LevelEntry> levels, LocalityFiles.UnitEntry entry, String parent) {
        LocalityFiles.LevelEntry level = levels.get(entry.level());
        units.put(entry.code(), level.unit(entry, parent));
        entry.units().forEach(below -> addUnits(levels, below, entry.code()));
    }

    private Person person(String user, LocalityFiles.PersonEntry entry) {
        return new Person(
                user,
                entry.name(),
                entry.memberships().stream()
                        .map(membership -> holding(known(membership.unit()), membership.post()))
                        .toList());
    }
}
