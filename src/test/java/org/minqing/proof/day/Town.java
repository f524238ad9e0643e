package org.minqing.proof.day;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.minqing.support.Api;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A locality with the people who are there that day, and what has been filed so far. Whatever is drawn comes from one seed. */
final class Town {

    private final String locality;
    private final Api resident;
    private final JdbcClient owner;
    private final InstantSource now;
    private final Consumer<String> time;
    private final Random random;
    private final People people;
    private final List<Filed> filed = new ArrayList<>();

    /**
     * @param owner whoever reads all tables; only what no screen tells is looked up there
     * @param time  lets so much time pass, such as {@code PT1H}, and fires what falls due
     */
    Town(People people, Api resident, JdbcClient owner, InstantSource now, Consumer<String> time, long seed) {
        this.locality = people.locality();
        this.resident = resident;
        this.owner = owner;
        this.now = now;
        this.time = time;
        this.people = people;
        random = new Random(seed);
    }

    String locality() {
        return locality;
    }

    Api resident() {
        return resident;
    }

    JdbcClient owner() {
        return owner;
    }

    Random random() {
        return random;
    }

    People people() {
        return people;
    }

    /** In the zone of the town. */
    LocalDate today() {
        return LocalDate.ofInstant(now.instant(), Times.ZONE);
    }

    void pass(String duration) {
        time.accept(duration);
    }

    void file(String number, String code) {
        filed.add(new Filed(resident, number, code));
    }

    List<Filed> filed() {
        return filed;
    }

    Optional<Filed> find(String number) {
        return filed.stream().filter(f -> f.number().equals(number)).findFirst();
    }

    /** Whether it, or the whole of which it is a sub-case, was filed that day. */
    boolean ours(String number) {
        return find(number.replaceFirst("^([A-Z]+-[0-9]+-[0-9]+)-[0-9]+$", "$1"))
                .isPresent();
    }

    /** One that had not ended when it was seen last. */
    Optional<Filed> anyOpen() {
        return any(filed.stream().filter(Filed::seenOpen).toList());
    }

    <T> Optional<T> any(List<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(pick(some));
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** That often in a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
