package org.minqing.proof.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.minqing.proof.campaign.Cluster;
import org.minqing.proof.campaign.Result;
import org.minqing.support.Session;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In a town at night a gas leak is filed at one node; whoever sets out, the worker of the grid and the person on duty have their
 * pages open at the other, and short messages reach them. Nobody takes it, the first node dies, and the next one is told.
 */
final class Night {

    private static final String TOWN = "ganshui";
    private static final String WORKER = "ganshui-grid-01";
    private static final String ON_DUTY = "ganshui-dispatcher";
    private static final String NEXT = "ganshui-supervisor";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** For everybody who sleeps it is the middle of the night, whatever the clock of the machine says. */
    private static final String ASLEEP = """
            insert into notice_setting (person, phone, quiet_from, quiet_to)
            select id_, '138' || lpad((row_number() over (order by id_))::text, 8, '0'), t - interval '2 h', t + interval '2 h'
            from act_id_user, (select (now() at time zone 'Asia/Shanghai')::time t) n where id_ like 'ganshui-%'""";

    /** Who hears of an appeal at once, without those who are told only if nobody takes it. */
    private static final String AT_ONCE = """
            select distinct n.receiver from notice n join notice_fact f on f.id = n.fact
            where f.appeal = ? and n.channel = 'desk' and not n.unless_taken""";

    private final Cluster cluster;
    private final Receiver webhook;
    private final Gateway gateway;
    private final JdbcClient jdbc;
    private final Residents residents;
    private final Map<String, OpenPage> pages = new LinkedHashMap<>();

    Night(Cluster cluster, Receiver webhook, Gateway gateway) {
        this.cluster = cluster;
        this.webhook = webhook;
        this.gateway = gateway;
        jdbc = JdbcClient.create(cluster.owner());
        residents = new Residents(cluster, "ganshui-erju-01");
    }

    /** @param meanwhile what happens when the first ones have heard: the node where it was filed dies of it */
    Result run(Runnable meanwhile) throws InterruptedException {
        var result = new Result(cluster);
        jdbc.sql(ASLEEP).update();
        try {
            for (var person : people()) {
                pages.put(person, new OpenPage(cluster, Session.of(cluster.node(0), person), person, 0));
            }
            until(() -> pages.values().stream().allMatch(OpenPage::open) ? Optional.of(true) : Optional.empty());
            var number = residents.file(1, ",\"facts\":{\"danger\":\"gas\"}");
            var filed = Instant.now();
            heardBy(result, number, filed);
            sleepersSleep(result);
            result.none(
                    "the next one heard of it already",
                    pages.get(NEXT).of(number).isPresent() ? 1 : 0);
            meanwhile.run();
            threeMinutesPass(number);
            var told = Instant.now();
            result.none(
                    "nobody took it, and the next one was not told",
                    late(until(() -> pages.get(NEXT).of(number)).map(OpenPage.Heard::at), told));
            return result;
        } finally {
            pages.values().forEach(OpenPage::close);
        }
    }

    private List<String> people() {
        return jdbc
                .sql("select id_ from act_id_user where id_ like 'ganshui-%' order by 1")
                .query(String.class)
                .list()
                .stream()
                .filter(cluster.node(0)::knows)
                .toList();
    }

    private void heardBy(Result result, String number, Instant filed) throws InterruptedException {
        var hook = until(() -> webhook.effects().values().stream()
                .filter(it -> it.number().equals(number))
                .findFirst());
        result.none("the system outside", late(hook.map(Receiver.Effect::at), filed));
        var hear = until(() -> Optional.of(
                        jdbc.sql(AT_ONCE).param(number).query(String.class).list())
                .filter(all -> all.contains(WORKER) && all.contains(ON_DUTY) && all.size() > 2));
        result.none("nobody but worker and desk sets out", hear.isPresent() ? 0 : 1);
        for (var person : hear.orElse(List.of(WORKER, ON_DUTY))) {
            var page = until(() -> pages.get(person).of(number));
            result.none(person + ", page", late(page.map(OpenPage.Heard::at), filed));
            result.none(
                    person + ", without a sound",
                    page.filter(it -> it.text().contains("\"grave\":true")).isPresent() ? 0 : 1);
            var phone = jdbc.sql("select phone from notice_setting where person = ?")
                    .param(person)
                    .query(String.class)
                    .single();
            result.none(
                    person + ", short message",
                    late(until(() -> sms(phone, number)).map(Gateway.Sent::at), filed));
        }
    }

    private Optional<Gateway.Sent> sms(String phone, String number) {
        return gateway.sent().stream()
                .filter(it -> it.phone().equals(phone) && it.number().contains(number))
                .findFirst();
    }

    /** What is no danger waits for the morning: otherwise this would be no night. */
    private void sleepersSleep(Result result) throws InterruptedException {
        var ordinary = residents.file(0, "");
        jdbc.sql("insert into notice_fact (code, locality, appeal, at) values ('dueSoon', ?, ?, clock_timestamp())")
                .params(TOWN, ordinary)
                .update();
        var waiting =
                until(() -> jdbc.sql("""
                        select n.due_at > clock_timestamp() + interval '1 h' from notice n join notice_fact f on f.id = n.fact
                        where f.appeal = ? and f.code = 'dueSoon' and n.channel = 'sms' limit 1""").param(ordinary).query(Boolean.class).optional());
        result.none("woken by what could wait", waiting.orElse(false) ? 0 : 1);
    }

    /** As long as the table gives whoever is to take it. */
    private void threeMinutesPass(String number) {
        jdbc.sql("""
                        update notice n set due_at = clock_timestamp() from notice_fact f
                        where f.id = n.fact and f.appeal = ? and n.unless_taken and n.state = 'waiting'""").param(number).update();
    }

    private static int late(Optional<Instant> at, Instant since) {
        return at.filter(it -> Duration.between(since, it).compareTo(SOON) <= 0).isPresent() ? 0 : 1;
    }

    private static <T> Optional<T> until(Supplier<Optional<T>> found) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        var it = found.get();
        while (it.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            it = found.get();
        }
        return it;
    }
}
