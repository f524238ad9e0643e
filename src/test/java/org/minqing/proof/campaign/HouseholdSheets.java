package org.minqing.proof.campaign;

import java.io.IOException;
import java.util.List;
import org.minqing.household.sheet.Book;
import org.minqing.household.sheet.SheetTalk;
import org.minqing.proof.bench.Report;
import org.minqing.support.Session;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The households of two towns from one sheet each, on two nodes: of one undisturbed, for the time it takes; of the other while the
 * nodes are killed in turn. Afterwards none is lost or there twice, and the same sheet again changes nothing.
 */
final class HouseholdSheets {

    private static final String IMPORT = "/desk/households/import";
    private static final int PEOPLE = 3;
    private static final List<String> RELATIONS = List.of("户主", "配偶", "子女");

    private final Cluster cluster;
    private final Report report;
    private final JdbcClient jdbc;
    private final int households;
    private boolean right = true;

    HouseholdSheets(Cluster cluster, Report report, int households) {
        this.cluster = cluster;
        this.report = report;
        this.jdbc = JdbcClient.create(cluster.owner());
        this.households = households;
    }

    /** @return whether all is as asked */
    boolean run() throws IOException, InterruptedException {
        report.line("%d households, %d rows in each sheet", households, households * PEOPLE);
        bring("shibu", List.of("shibu-chengxi-1-01", "shibu-chengxi-1-02", "shibu-jijiahe-01"), false);
        bring("ganshui", List.of("ganshui-erju-01", "ganshui-erju-02", "ganshui-sanju-01"), true);
        return right;
    }

    private void bring(String locality, List<String> units, boolean kills) throws IOException, InterruptedException {
        var before = count("household", locality);
        var file = sheet(locality, units);
        var keeper = Session.of(cluster.node(0), locality + "-livelihood");
        var begun = System.nanoTime();
        var answer = SheetTalk.upload(keeper, file);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        seen(locality + ": sent and read", "s", "-", seconds(begun));
        var looked = System.nanoTime();
        await("checked");
        seen(locality + ": looked through", "rows/s", "-", rate(looked));
        var confirmed = keeper.submit(IMPORT + "/" + sheet("id") + "/run", "x=", IMPORT);
        if (confirmed.statusCode() != 303) {
            throw new IllegalStateException(confirmed.statusCode() + " " + confirmed.body());
        }
        var run = System.nanoTime();
        if (kills) {
            killed();
        }
        await("done");
        seen(locality + (kills ? ": brought in while nodes died" : ": brought in"), "rows/s", "-", rate(run));
        exactly(locality + ": households lost or doubled", households, count("household", locality) - before);
        exactly(locality + ": new households counted", households, Long.parseLong(sheet("fresh")));
        exactly(locality + ": people lost or doubled", (long) households * PEOPLE, of("household_member", locality));
        exactly(locality + ": notes lost or doubled", households, of("household_note", locality));
        exactly(
                locality + ": parts left",
                0,
                one("select count(*) from household_import_part where import = '" + sheet("id") + "'"));

        SheetTalk.upload(Session.of(cluster.node(1), locality + "-livelihood"), file);
        await("checked");
        exactly(locality + ": unchanged the second time", households, Long.parseLong(sheet("same")));
    }

    /** One node, then the other, so that nobody is at it; whichever comes back goes on, and is killed again. */
    private void killed() throws IOException, InterruptedException {
        at(households / 4);
        cluster.kill(1);
        at(households / 2);
        cluster.kill(0);
        var stopped = sheet("at");
        cluster.start(1);
        at(households * 3 / 4);
        cluster.kill(1);
        report.line(
                "nodes were killed three times; nobody was at it when %s and when %s were in", stopped, sheet("at"));
        cluster.start(0);
        cluster.start(1);
    }

    private void at(int households) throws InterruptedException {
        while (Integer.parseInt(sheet("at")) < households && sheet("state").equals("running")) {
            Thread.sleep(50);
        }
    }

    private void await(String state) throws InterruptedException {
        while (!sheet("state").equals(state)) {
            if (sheet("state").equals("stopped")) {
                throw new IllegalStateException("The sheet stopped at " + sheet("at"));
            }
            Thread.sleep(50);
        }
    }

    private String sheet(String column) {
        return jdbc.sql("select " + column + "::text from household_import order by place desc limit 1")
                .query(String.class)
                .single();
    }

    private long count(String table, String locality) {
        return one("select count(*) from " + table + " where ended is null and locality = '" + locality + "'");
    }

    /** Of those that came from a sheet. */
    private long of(String table, String locality) {
        return one("select count(*) from " + table
                + " t join household h on h.id = t.household where h.address like '表格街%'" + " and h.locality = '"
                + locality + "'");
    }

    private long one(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void exactly(String name, long asked, long seen) {
        right &= asked == seen;
        seen(name, "", asked, seen + (asked == seen ? "" : " WRONG"));
    }

    private void seen(String name, String unit, Object asked, Object seen) {
        report.figure(name, unit, asked, seen);
    }

    private static String seconds(long begun) {
        return "%.1f".formatted((System.nanoTime() - begun) / 1e9);
    }

    private String rate(long begun) {
        return "%.0f".formatted(households * PEOPLE / ((System.nanoTime() - begun) / 1e9));
    }

    private byte[] sheet(String locality, List<String> units) {
        var book = new Book();
        for (int i = 0; i < households; i++) {
            var unit = units.get(i % units.size());
            var address = "表格街" + i + "号";
            for (int p = 0; p < PEOPLE; p++) {
                book.row(
                        "",
                        unit,
                        address,
                        "表" + locality.charAt(0) + i + "之" + p,
                        RELATIONS.get(p),
                        "%d-%02d-%02d".formatted(1930 + (i + p * 25) % 90, 1 + i % 12, 1 + i % 28),
                        p == 0 ? "0911-%03d-%04d".formatted(i / 10_000, i % 10_000) : "",
                        "",
                        "",
                        "",
                        p == 0 ? "第 " + i + " 户" : "");
            }
        }
        return book.bytes();
    }
}
