package org.minqing.proof.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minqing.proof.bench.Program;
import org.minqing.proof.bench.Report;
import org.minqing.proof.campaign.Cluster;
import org.minqing.support.Api;
import org.minqing.support.Seed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The attack on a packaged node, which writes its log as it does in a town. */
public final class AttackCampaign {

    private static final long REQUESTS = Long.getLong("minqing.campaign.attack", 200_000);

    private final Path folder;

    public AttackCampaign(Path folder) {
        this.folder = folder;
    }

    /** @return whether nothing broke and nothing leaked */
    public boolean run(Report report) throws Exception {
        var launch = new ArrayList<>(List.of("-Xmx768m", "-Dminqing.demonstration-appeals=false"));
        launch.addAll(Program.packaged());
        var seed = Seed.any();
        Attack attack;
        Target target;
        double seconds;
        try (var node = new Program(folder, launch, Map.of())) {
            var owner = JdbcClient.create(new DriverManagerDataSource(Cluster.database(folder), "postgres", ""));
            target = new Target(Api.of(node.port(), folder.toString()), owner);
            attack = target.attack();
            var begun = System.nanoTime();
            attack.run(REQUESTS, seed);
            seconds = (System.nanoTime() - begun) / 1e9;
        }
        var log = Files.readAllLines(folder.resolve("program.log"));
        var statuses = attack.statuses();
        var sent = statuses.values().stream().mapToLong(Long::longValue).sum();
        var broken = count(statuses, 500, 599);
        var secrets =
                attack.wrong().stream().filter(w -> w.startsWith("secret")).count();
        var inLog = log.stream()
                .filter(line -> target.secrets().stream().anyMatch(line::contains))
                .count();
        report.line(
                "seed %d (again: -Dminqing.seed=%1$d), %.0f requests a second; answers by status %s",
                seed, sent / seconds, statuses);
        report.figure("attack: random requests", "requests", Long.toString(REQUESTS), Long.toString(sent));
        report.figure("attack: answers 5xx", "answers", "0", Long.toString(broken));
        report.figure("attack: words of others in answers", "answers", "0", Long.toString(secrets));
        report.figure("attack: words of others in the log", "lines", "0", Long.toString(inLog));
        report.figure(
                "attack: all that is wrong",
                "findings",
                "0",
                Integer.toString(attack.wrong().size()));
        report.figure("attack: log for each request", "bytes", "-", Long.toString(size(folder) / Math.max(1, sent)));
        attack.wrong().stream().limit(20).forEach(wrong -> report.line("%s", wrong));
        return attack.wrong().isEmpty() && inLog == 0;
    }

    private static long size(Path folder) throws IOException {
        return Files.size(folder.resolve("program.log"));
    }

    private static long count(Map<Integer, Long> statuses, int from, int to) {
        return statuses.entrySet().stream()
                .filter(s -> s.getKey() >= from && s.getKey() <= to)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
