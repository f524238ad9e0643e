package org.minqing.proof.day;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.minqing.proof.bench.Report;
import org.minqing.proof.mould.TimeTraveller;
import org.minqing.support.Seed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day of a whole town: forty people, three hundred appeals, and a clock that we move. */
public final class DayCampaign {

    private static final int APPEALS = Integer.getInteger("minqing.campaign.day", 300);
    private static final int PEOPLE = 40;
    private static final int MOVES_OF_EACH = 14;
    private static final int EVERY = 50;

    /** A Monday morning, at eight in the town. */
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

    private final Path folder;

    public DayCampaign(Path folder) {
        this.folder = folder;
    }

    /** @return whether nothing was wrong */
    public boolean run(Report report) {
        var seed = Seed.any();
        try (var application = new TimeTraveller(folder)) {
            application.goTo(BEGIN);
            var people = People.of(application.api(), folder, "ganshui", PEOPLE);
            var town = new Town(
                    people,
                    application.api(),
                    JdbcClient.create(application.owner()),
                    application.time(),
                    application.time()::pass,
                    seed);
            var begun = System.nanoTime();
            var day = new Day(town, Moves.of(APPEALS, Filing.PLACES), EVERY).play(MOVES_OF_EACH * APPEALS);
            tell(report, town, day, seed, Duration.ofNanos(System.nanoTime() - begun));
            return day.wrong().isEmpty();
        }
    }

    private static void tell(Report report, Town town, Day day, long seed, Duration took) {
        report.line(
                "seed %d (again: -Dminqing.seed=%1$d); %d people; %d s; until %s in the town",
                seed, town.people().all().size(), took.toSeconds(), town.today());
        report.figure("day: appeals filed", "appeals", APPEALS, town.filed().size());
        report.figure("day: people", "people", PEOPLE, town.people().all().size());
        report.figure("day: acts", "acts", MOVES_OF_EACH * APPEALS, day.played());
        report.figure(
                "day: appeals still open",
                "appeals",
                "-",
                town.filed().stream().filter(Filed::open).count());
        report.figure("day: all screens laid beside each other", "times", "-", day.checks());
        report.figure("day: figures compared", "figures", "-", day.compared());
        report.figure("day: all that is wrong", "findings", "0", day.wrong().size());
        day.wrong().forEach(wrong -> report.line("%s", wrong));
        report.table(List.of("done", "times"), rows(day.done()));
        report.table(List.of("refused", "times"), rows(day.refused()));
    }

    private static List<List<String>> rows(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> List.of(count.getKey(), count.getValue().toString()))
                .toList();
    }
}
