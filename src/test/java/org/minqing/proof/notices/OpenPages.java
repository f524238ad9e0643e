package org.minqing.proof.notices;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.proof.campaign.Client;
import org.minqing.proof.campaign.Cluster;
import org.minqing.proof.campaign.Result;
import org.minqing.support.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many pages that stay open at two nodes, while dangerous matters are filed: how long it is from the answer to whoever filed it
 * until those who set out hear of it on their pages, also after a node died; and what the pages cost.
 */
final class OpenPages {

    /** @param dangers how many dangerous matters are filed, spread evenly over that time */
    record Size(int pages, int dangers, Duration length) {}

    private static final Logger LOG = LoggerFactory.getLogger("campaign");
    private static final int MOST_MILLIS = 10_000;
    private static final int MOST_FILING_MILLIS = 500;
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final String DANGER = ",\"facts\":{\"danger\":\"gas\"}";

    private static final List<String> UNITS = List.of(
            "ganshui-erju-01", "matou-qianjin-1-01", "shibu-chengxi-1-01", "xinanjie-1-01", "zhangjiashan-qiaotou-1");

    /** Whose page is to sound at once: of those who set out, the lead among them, and of whoever is on duty. */
    private static final String TOLD = """
            select distinct n.receiver from notice n join notice_fact f on f.id = n.fact
            where f.appeal = ? and n.channel = 'desk' and n.grave and not n.unless_taken""";

    private record Filed(String number, Instant at, boolean afterKill) {}

    private final Cluster cluster;
    private final Receiver receiver;
    private final Size size;
    private final JdbcClient jdbc;
    private final List<Residents> towns = new ArrayList<>();
    private final Map<String, List<OpenPage>> pages = new LinkedHashMap<>();
    private final List<Filed> filed = new ArrayList<>();

    OpenPages(Cluster cluster, Receiver receiver, Size size) {
        this.cluster = cluster;
        this.receiver = receiver;
        this.size = size;
        jdbc = JdbcClient.create(cluster.owner());
        UNITS.forEach(unit -> towns.add(new Residents(cluster, unit)));
    }

    Result run() throws InterruptedException, IOException {
        var result = new Result(cluster);
        try {
            warmUp();
            var before = filing(QUIET);
            result.figure("filing without pages, p50 / p95 / p99", "%s", before.summary());
            open();
            result.figure("pages open, people", "%d, %d", all().size(), pages.size());
            var costs = new ArrayList<String>();
            costs.add(costs());
            try (var meanwhile = towns.get(0).filing(Duration.ofMillis(500))) {
                for (int half = 0; half < 2; half++) {
                    dangers(size.dangers / 2, half == 1);
                    costs.add(costs());
                    if (half == 0) {
                        cluster.kill(1);
                    }
                }
                result.figure("filing with pages, p50 / p95 / p99", "%s", meanwhile.summary());
                result.none(
                        "p95 of filing over %d ms".formatted(MOST_FILING_MILLIS),
                        meanwhile.percentile(95) <= MOST_FILING_MILLIS ? 0 : 1);
            }
            Thread.sleep(MOST_MILLIS);
            result.figure("heap after collection and threads, at the beginning, half way, at the end", "%s", costs);
            figures(result);
            return result;
        } finally {
            all().forEach(OpenPage::close);
        }
    }

    /** How a node warms up is another question. */
    private void warmUp() {
        for (int i = 0; i < 200; i++) {
            towns.get(i % towns.size()).file();
        }
    }

    private Client filing(Duration length) throws InterruptedException {
        try (var client = towns.get(0).filing(Duration.ofMillis(500))) {
            Thread.sleep(length.toMillis());
            return client;
        }
    }

    /** Each person of the demonstration has a few windows, some at one node and some at the other. */
    private void open() throws InterruptedException {
        var people = jdbc.sql("select id_ from act_id_user order by md5(id_)").query(String.class).list().stream()
                .filter(cluster.node(0)::knows)
                .filter(person -> !person.equals("admin"))
                .toList();
        var sessions = new LinkedHashMap<String, Session>();
        for (int i = 0; i < size.pages; i++) {
            var person = people.get(i % people.size());
            var session = sessions.computeIfAbsent(person, it -> Session.of(cluster.node(0), it));
            pages.computeIfAbsent(person, it -> new ArrayList<>())
                    .add(new OpenPage(cluster, session, person, i + i / people.size()));
        }
        var end = Instant.now().plusSeconds(60);
        while (!all().stream().allMatch(OpenPage::open)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Pages that do not open: "
                        + all().stream()
                                .filter(page -> !page.open())
                                .map(OpenPage::person)
                                .toList());
            }
            Thread.sleep(100);
        }
    }

    private List<OpenPage> all() {
        return pages.values().stream().flatMap(List::stream).toList();
    }

    private void dangers(int many, boolean afterKill) throws InterruptedException {
        for (int i = 0; i < many; i++) {
            var begun = System.nanoTime();
            var number = towns.get(i % towns.size()).file(i, DANGER);
            filed.add(new Filed(number, Instant.now(), afterKill));
            var pause = size.length.toMillis() / size.dangers - (System.nanoTime() - begun) / 1_000_000;
            Thread.sleep(Math.max(0, pause));
            if (i % 20 == 0) {
                LOG.info("live: {} of {} filed", filed.size(), size.dangers);
            }
        }
    }

    private void figures(Result result) {
        for (var afterKill : List.of(false, true)) {
            var onPages = new ArrayList<Double>();
            var outside = new ArrayList<Double>();
            var never = new ArrayList<String>();
            for (var it : filed) {
                if (it.afterKill == afterKill) {
                    measure(it, onPages, outside, never);
                }
            }
            var when = afterKill ? ", one node is dead" : "";
            result.none("not heard of" + when, never);
            of(result, "from 201 to the page" + when, onPages);
            of(result, "from 201 to the system outside" + when, outside);
        }
        result.figure(
                "pages that were cut off and came back",
                "%d",
                all().stream().filter(p -> p.cuts() > 0).count());
        result.none(
                "pages that did not come back",
                all().stream()
                        .filter(page -> !page.open())
                        .map(OpenPage::person)
                        .toList());
    }

    private void measure(Filed it, List<Double> onPages, List<Double> outside, List<String> never) {
        for (var person : jdbc.sql(TOLD).param(it.number).query(String.class).list()) {
            for (var page : pages.getOrDefault(person, List.of())) {
                page.of(it.number)
                        .filter(heard -> heard.text().contains("\"grave\":true"))
                        .ifPresentOrElse(
                                heard -> onPages.add(millis(it.at, heard.at())),
                                () -> never.add(person + " " + it.number));
            }
        }
        receiver.effects().values().stream()
                .filter(effect -> effect.number().equals(it.number))
                .map(effect -> millis(it.at, effect.at()))
                .min(Double::compare)
                .ifPresentOrElse(outside::add, () -> never.add("outside " + it.number));
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private static void of(Result result, String name, List<Double> millis) {
        var sorted = millis.stream().sorted().toList();
        if (sorted.isEmpty()) {
            result.none(name + ": none", 1);
            return;
        }
        var p99 = sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100));
        result.figure(
                name + ", times, p50 / p99 / most",
                "%d, %.0f / %.0f / %.0f ms",
                sorted.size(),
                sorted.get(sorted.size() / 2),
                p99,
                sorted.get(sorted.size() - 1));
        result.none(name + ", p99 over 10 s", p99 <= MOST_MILLIS ? 0 : 1);
    }

    private String costs() throws IOException, InterruptedException {
        var costs = new ArrayList<String>();
        for (int node = 0; node < 2; node++) {
            if (ProcessHandle.of(cluster.process(node)).isPresent()) {
                costs.add(Cost.of(cluster.process(node)).toString());
            }
        }
        return String.join(" and ", costs);
    }
}
