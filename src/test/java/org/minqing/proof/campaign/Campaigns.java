package org.minqing.proof.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TimeZone;
import org.minqing.MinqingApplication;
import org.minqing.hints.HintCampaign;
import org.minqing.merging.SimilarCampaign;
import org.minqing.proof.attack.AttackCampaign;
import org.minqing.proof.bench.Folders;
import org.minqing.proof.bench.Report;
import org.minqing.proof.day.DayCampaign;
import org.minqing.proof.notices.NoticeCampaigns;

/**
 * Runs all campaigns, or those that are named: {@code calendar}, {@code attacks} (both are tests that have run before; their
 * figures are read), {@code moved}, {@code race}, {@code ladder}, {@code storm}; {@code stock} is the part of the storm without us; {@code flood}; {@code workplaces}; {@code hints}; {@code similar}; {@code uploads}; {@code search}; {@code day}; {@code sheets}; {@code notices}; {@code live}; {@code attack}, of which
 * {@code flood} is a part. Ends with 1 if anything is not as asked.
 */
final class Campaigns {

    static final Path FOLDER = Path.of("target", "campaign");

    private boolean right = true;

    private Campaigns() {}

    /** Work on a cluster of its own. */
    private interface Campaign {
        Result run(Cluster cluster) throws InterruptedException;
    }

    public static void main(String[] wanted) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(MinqingApplication.ZONE));
        var which = String.join(" ", wanted);
        var campaigns = new Campaigns();
        for (var test : TestRun.values()) {
            if (which.contains(test.name())) {
                test.report(new Report(FOLDER, test.title()));
            }
        }
        if (which.contains("moved")) {
            campaigns.run("A timer moved in Cockpit", cluster -> new MovedTimer(cluster).run());
        }
        if (which.contains("race")) {
            campaigns.run(
                    "Race: completed in the moment in which it is due",
                    cluster -> Race.full(cluster).run());
        }
        if (which.contains("ladder")) {
            campaigns.run(
                    "Ladder: a backlog climbs all rungs",
                    cluster -> Ladder.full(cluster).run());
        }
        if (which.contains("storm")) {
            campaigns.run(
                    "Storm: all due in the same minute",
                    cluster -> Storm.full(cluster).run());
        }
        if (which.contains("uploads")) {
            campaigns.run(
                    "Uploads: photos to two nodes, one of which is killed",
                    cluster -> Uploads.full(cluster).run());
        }
        if (which.contains("search")) {
            campaigns.run(
                    "Search: how long whoever searches waits among very many appeals",
                    cluster -> SearchTimes.full(cluster).run());
        }
        if (which.contains("storm") || which.contains("stock")) {
            var stock = new Report(FOLDER, "The same storm on a stock engine");
            new StockStorm(Folders.empty(FOLDER, "stock"), Storm.size(), Duration.ofMinutes(1)).run(stock);
            stock.write();
        }
        var words = List.of(which.split("[ ,]+"));
        if (words.contains("notices")) {
            campaigns.right &= new NoticeCampaigns(FOLDER).storm();
        }
        if (words.contains("live")) {
            campaigns.right &= new NoticeCampaigns(FOLDER).live();
        }
        if (words.contains("flood") || words.contains("attack")) {
            var report = new Report(FOLDER, "Flood: slow bodies, slow heads and many submitters");
            campaigns.right &=
                    Flood.full(Folders.empty(FOLDER, "flood"), report).run();
            report.write();
        }
        if (which.contains("workplaces")) {
            var workplaces =
                    new Report(FOLDER, "Workplaces: how long people wait with few and with very many finished appeals");
            var folder = System.getProperty("minqing.campaign.data", "");
            campaigns.right &= new Workplaces(folder.isBlank() ? Folders.empty(FOLDER, "workplaces") : Path.of(folder))
                    .run(workplaces);
            workplaces.write();
        }
        if (words.contains("hints")) {
            var report = new Report(FOLDER, "Hints: what the words of hints.yml find, and what they take for danger");
            campaigns.right &= new HintCampaign(report).run();
            report.write();
        }
        if (words.contains("similar")) {
            var report = new Report(FOLDER, "Similar: whether the same matter is found in other words");
            campaigns.right &= new SimilarCampaign(report).run();
            report.write();
        }
        if (words.contains("day")) {
            var report = new Report(FOLDER, "Day: a town in which whatever happens all screens agree");
            campaigns.right &= new DayCampaign(Folders.empty(FOLDER, "day")).run(report);
            report.write();
        }
        if (words.contains("sheets")) {
            var report = new Report(FOLDER, "Sheets: the households of two towns, brought in while nodes are killed");
            try (var cluster = Cluster.packaged(Folders.empty(FOLDER, "sheets"))) {
                campaigns.right &= new HouseholdSheets(
                                cluster, report, Integer.getInteger("minqing.campaign.sheets", 20_000))
                        .run();
            }
            report.write();
        }
        if (words.contains("attack")) {
            var report =
                    new Report(FOLDER, "Attack: random requests from what the access tables, forms and queries offer");
            campaigns.right &= new AttackCampaign(Folders.empty(FOLDER, "attack")).run(report);
            report.write();
        }
        System.exit(campaigns.right ? 0 : 1);
    }

    private void run(String title, Campaign campaign) throws Exception {
        var report = new Report(FOLDER, title);
        try (var cluster = Cluster.packaged(Folders.empty(FOLDER, "cluster"))) {
            right &= campaign.run(cluster).write(report);
        }
    }
}
