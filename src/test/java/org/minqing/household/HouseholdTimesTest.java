package org.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.minqing.household.secret.SecretKeys;
import org.minqing.household.secret.Secrets;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.support.MinqingTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lists and files answer where there are many households: {@code -Dminqing.test.households=100000} says how many there are in all
 * five localities. How long it takes is printed and not asserted; what is found is.
 */
@MinqingTest
class HouseholdTimesTest extends HouseholdTalk {

    private static final Logger LOG = LoggerFactory.getLogger(HouseholdTimesTest.class);
    private static final int MANY = Integer.getInteger("minqing.test.households", 500);
    private static final int TURNS = 40;

    @Autowired
    JdbcTemplate rows;

    @Autowired
    Secrets secrets;

    @Autowired
    SecretKeys keys;

    @Autowired
    Localities localities;

    private record One(UUID id, UUID member, String locality, String unit, int n) {}

    @Test
    void whoSeesManyFindsAmongThemAsAmongFew() {
        var all = many();
        try {
            rows.execute("analyze household");
            rows.execute("analyze household_mark");
            var locality =
                    all.stream().filter(one -> one.locality().equals("shibu")).toList();
            var one = locality.get(locality.size() / 2);
            for (var person : new String[] {"shibu-livelihood", "shibu-grid-02"}) {
                times(person + " list", () -> page(person, LIST));
                times(person + " words", () -> asks(person, "addressWords", "试验巷大量 7号"));
                times(person + " name", () -> asks(person, "memberName", "多人" + one.n()));
                times(person + " group", () -> asks(person, "keyGroup", "living-alone"));
                times(person + " days, page 3", () -> asks(person, "days", "30", "page", "3"));
                times(person + " coverage", () -> page(person, LIST + "/coverage"));
                times(person + " first page", () -> page(person, "/desk"));
            }
            times("shibu-supervisor coverage", () -> page("shibu-supervisor", LIST + "/coverage"));
            times("shibu-supervisor first page", () -> page("shibu-supervisor", "/desk"));
            times("file", () -> page("shibu-livelihood", LIST + "/" + one.id()));
            assertThat(sends("shibu-livelihood", LIST, "memberName", "多人" + one.n())
                            .body())
                    .contains("查到 1 户", one.id().toString());
        } finally {
            rows.update("update household set ended = current_date where recorded_by = 'many'");
        }
    }

    /** With a token that was fetched before, which a browser has with its page. */
    private HttpResponse<String> asks(String person, String... fields) {
        return as(person).submitWith(as(person).token(), LIST, form(fields));
    }

    private static void times(String what, Supplier<HttpResponse<String>> request) {
        var took = new long[TURNS];
        for (int i = -3; i < TURNS; i++) {
            var begun = System.nanoTime();
            assertThat(request.get().statusCode()).as(what).isEqualTo(200);
            if (i >= 0) {
                took[i] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(took);
        LOG.info(
                "{} households, {}: median {} ms, p95 {} ms",
                MANY,
                what,
                took[TURNS / 2] / 1_000_000,
                took[TURNS * 95 / 100] / 1_000_000);
    }

    private List<One> many() {
        var units = localities.all().stream()
                .flatMap(locality ->
                        UnitTree.smallest(locality).stream().map(unit -> new String[] {locality.code(), unit.code()}))
                .toList();
        var all = IntStream.range(0, MANY)
                .mapToObj(n -> new One(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        units.get(n % units.size())[0],
                        units.get(n % units.size())[1],
                        n))
                .toList();
        batch("""
                insert into household (id, locality, unit, address, address_key, since, last_contact, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, '2020-01-01', date '2026-04-07' - ?::int, 'many', now())""", all, one -> new Object[] {
            one.id(), one.locality(), one.unit(), "试验巷大量" + one.n() + "号", "试验巷大量" + one.n() + "号", one.n() % 90
        });
        batch("""
                insert into household_member (id, household, secret, secret_key, secret_algorithm) values (?, ?, ?, ?, ?)""", all, one -> {
            var sealed = secrets.seal(
                    SealedRow.place("household_member", one.member()),
                    "{\"name\":\"多人" + one.n()
                            + "\",\"relation\":\"户主\",\"born\":\"1950\",\"phone\":null,\"groups\":[\"living-alone\"]}");
            return new Object[] {one.member(), one.id(), sealed.bytes(), sealed.key(), sealed.algorithm()};
        });
        for (var kind : new String[] {"name", "group"}) {
            batch(
                    "insert into household_mark (member, household, kind, mark, secret_key) values (?, ?, ?, ?, ?)",
                    all,
                    one -> new Object[] {
                        one.member(),
                        one.id(),
                        kind,
                        secrets.mark(kind, one.locality(), kind.equals("name") ? "多人" + one.n() : "living-alone"),
                        keys.marksWith()
                    });
        }
        return all;
    }

    private void batch(String sql, List<One> all, Function<One, Object[]> row) {
        for (int from = 0; from < all.size(); from += 5000) {
            var some = new ArrayList<Object[]>();
            all.subList(from, Math.min(all.size(), from + 5000)).forEach(one -> some.add(row.apply(one)));
            rows.batchUpdate(sql, some);
        }
    }
}
