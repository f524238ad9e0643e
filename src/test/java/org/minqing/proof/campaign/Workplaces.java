package org.minqing.proof.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minqing.proof.bench.Program;
import org.minqing.proof.bench.Report;
import org.minqing.proof.mould.WorkplaceData;
import org.minqing.support.Api;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What the people at their screens wait for, when few and when very many appeals are finished. Two nodes on two databases,
 * alike but for that, are asked in turns: what else the machine does hits both.
 */
final class Workplaces {

    private static final int MOST_MILLIS = 500;
    private static final double MOST_TIMES = 1.5;

    private final WorkplaceData data;
    private final long open = Long.getLong("minqing.campaign.open", 20_000);
    private final long fewer = Long.getLong("minqing.campaign.fewer", 10_000);
    private final long finished = Long.getLong("minqing.campaign.finished", 1_000_000);
    private final int detailed = Integer.getInteger("minqing.campaign.detailed", 100);
    /** Of an earlier version, to be asked on the first database; empty for the same program on both. */
    private final String before = System.getProperty("minqing.campaign.before", "");

    private final int times = Integer.getInteger("minqing.campaign.requests", 100);

    Workplaces(Path folder) {
        data = new WorkplaceData(folder);
    }

    /** @return whether every page that is there is as fast as asked */
    boolean run(Report report) throws IOException, InterruptedException {
        data.make(open, fewer, finished, detailed);
        var rows = new ArrayList<List<String>>();
        boolean right = true;
        try (var first = node(data.fewer(), before.isEmpty() ? Program.packaged() : List.of("-jar", before));
                var second = node(data.all(), Program.packaged())) {
            var few = site(first, data.fewer());
            var many = site(second, data.all());
            var requests = few.requests();
            var same = many.requests();
            for (int r = 0; r < requests.size(); r++) {
                var request = requests.get(r);
                var inFew = new Timing();
                var inMany = new Timing();
                for (int i = -times / 5; i < times && inMany.patient(); i++) {
                    few.ask(request, i, inFew);
                    many.ask(same.get(r), i, inMany);
                }
                boolean met = inMany.percentile(95) <= MOST_MILLIS
                        && inMany.percentile(95) <= MOST_TIMES * inFew.percentile(95);
                right &= met && inMany.answered();
                rows.add(row(request, inFew, inMany, met));
                if (inMany.answered() && inFew.answered()) {
                    var name = request.name() + " (" + request.user() + ") p95";
                    report.figure(
                            name,
                            "ms",
                            "%.0f before or with fewer".formatted(inFew.percentile(95)),
                            "%.0f".formatted(inMany.percentile(95)));
                }
            }
            report.line(
                    "%d open appeals; %d and %d finished ones in two databases (%s and %s)",
                    open, fewer, finished, few.size(), many.size());
            if (!before.isEmpty()) {
                report.line("the first database is asked by an earlier version of the program, the second by this one");
            }
            report.line("of every hundred that came on top, %d with the whole history of the engine", detailed);
            report.line("tasks of one person: %s", many.busiest());
        }
        report.line(
                "one client, signed in by cookie, %d requests each after %d to warm up, both databases in turns; p50 / p95 in ms",
                times, times / 5);
        report.table(
                List.of("request", "who", "at " + fewer, "at " + finished, "ratio of p95", "≤ 500 ms and ≤ 1.5 ×"),
                rows);
        return right;
    }

    private static Program node(Path folder, List<String> program) throws IOException, InterruptedException {
        var launch = new ArrayList<>(List.of("-Xmx768m", "-Dminqing.demonstration-appeals=false"));
        launch.addAll(program);
        return new Program(folder, launch, Map.of());
    }

    private static Site site(Program node, Path folder) throws IOException {
        return new Site(
                Api.of(node.port(), folder.toString()),
                new DriverManagerDataSource(Cluster.database(folder), "postgres", ""));
    }

    private static List<String> row(WorkplaceRequest request, Timing few, Timing many, boolean met) {
        if (!many.answered()) {
            return List.of(request.name(), request.user(), few.status(), many.status(), "–", "–");
        }
        return List.of(
                request.name(),
                request.user(),
                few.toString(),
                many.toString(),
                "%.2f".formatted(many.percentile(95) / few.percentile(95)),
                met ? "yes" : "**no**");
    }
}
