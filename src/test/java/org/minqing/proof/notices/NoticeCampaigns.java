package org.minqing.proof.notices;

import java.nio.file.Path;
import java.time.Duration;
import org.minqing.proof.bench.Folders;
import org.minqing.proof.bench.Report;
import org.minqing.proof.campaign.Cluster;
import org.minqing.support.Seed;

/** The full proofs of notices, each on two packaged nodes of its own. */
public final class NoticeCampaigns {

    private final Path folder;

    public NoticeCampaigns(Path folder) {
        this.folder = folder;
    }

    /** @return whether all is as asked */
    public boolean storm() throws Exception {
        var seed = Seed.any();
        var report = new Report(folder, "Notices: nodes that are killed, and a receiver that lies");
        report.line("seed %d", seed);
        var size = new NoticeStorm.Size(
                Integer.getInteger("minqing.campaign.notices", 100_000),
                Integer.getInteger("minqing.campaign.kills", 50),
                Duration.ofMillis(500));
        var nodes = Folders.empty(folder, "notices");
        try (var receiver = Receiver.lying(seed);
                var cluster = Cluster.packaged(
                        nodes, Receiver.environment(nodes.resolve("senders.yml"), "  matou:\n" + receiver.sender()))) {
            return new NoticeStorm(cluster, receiver, size, seed).run().write(report);
        }
    }

    /** @return whether all is as asked */
    public boolean live() throws Exception {
        var report = new Report(folder, "Live: open pages at two nodes, one of which is killed");
        var minutes = Integer.getInteger("minqing.campaign.minutes", 60);
        var size = new OpenPages.Size(
                Integer.getInteger("minqing.campaign.pages", 200), minutes * 20, Duration.ofMinutes(minutes));
        report.line("%d minutes, a dangerous matter every three seconds", minutes);
        var nodes = Folders.empty(folder, "live");
        try (var receiver = Receiver.honest()) {
            var senders = new StringBuilder();
            for (var town : new String[] {"ganshui", "matou", "shibu", "xinanjie", "zhangjiashan"}) {
                senders.append("  ").append(town).append(":\n").append(receiver.sender());
            }
            try (var cluster =
                    Cluster.packaged(nodes, Receiver.environment(nodes.resolve("senders.yml"), senders.toString()))) {
                return new OpenPages(cluster, receiver, size).run().write(report);
            }
        }
    }
}
