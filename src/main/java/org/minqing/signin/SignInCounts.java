package org.minqing.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often the password of somebody was wrong, from one network and from all together, for all nodes. */
@Component
class SignInCounts {

    private static final String ALL = "*";

    /**
     * Whether somebody may try now.
     *
     * @param left how long he may not; zero if he may
     * @param next how long he will have to wait if it is wrong once more
     */
    record Turn(Duration left, Duration next) {

        boolean mayTry() {
            return left.isZero();
        }
    }

    private record Count(String network, int failures, Instant failedAt, Instant succeededAt) {

        static Count of(ResultSet row, int n) throws SQLException {
            return new Count(
                    row.getString("network"),
                    row.getInt("failures"),
                    TimeColumn.read(row, "failed_at"),
                    TimeColumn.read(row, "succeeded_at"));
        }

        /** Those that are not forgotten yet. */
        int failures(Instant now, Duration forget) {
            return failedAt.isAfter(now) || failedAt.plus(forget).isBefore(now) ? 0 : failures;
        }
    }

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final SignInRules rules;
    private final SignInNames names;

    SignInCounts(JdbcClient jdbc, InstantSource clock, SignInRules rules, SignInNames names) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
        this.names = names;
    }

    /**
     * Takes a turn, if there is one. It counts as a failure until {@link #passed} says otherwise: of a hundred guesses sent at
     * once as many are looked at as of a hundred in a row.
     */
    @Transactional
    Turn take(String name, String network) {
        var who = names.digest(name);
        jdbc.sql("""
                        insert into sign_in_count (who, network, failures, failed_at)
                        values (:who, '*', 0, 'epoch'), (:who, :network, 0, 'epoch') on conflict do nothing""").param("who", who).param("network", network).update();
        var counts = jdbc.sql("""
                        select network, failures, failed_at, succeeded_at from sign_in_count
                        where who = :who and network in ('*', :network) order by network for update""")
                .param("who", who)
                .param("network", network)
                .query(Count::of)
                .list();
        var now = clock.instant();
        var own = counts.stream()
                .filter(c -> !c.network().equals(ALL))
                .findFirst()
                .orElseThrow();
        var all =
                counts.stream().filter(c -> c.network().equals(ALL)).findFirst().orElseThrow();
        var known = own.succeededAt() != null
                && !own.succeededAt().isAfter(now)
                && own.succeededAt().plus(rules.known()).isAfter(now);
        var wait = left(own, rules.fromOneNetwork(), now);
        var next = rules.fromOneNetwork().after(own.failures(now, rules.forget()) + 1);
        if (!known) {
            wait = longer(wait, left(all, rules.together(), now));
            next = longer(next, rules.together().after(all.failures(now, rules.forget()) + 1));
        }
        if (wait.isZero()) {
            counts.forEach(count -> failed(who, count, now));
        }
        return new Turn(wait, next);
    }

    private Duration left(Count count, SignInRules.Delay delay, Instant now) {
        var until = count.failedAt().plus(delay.after(count.failures(now, rules.forget())));
        return until.isAfter(now) && !count.failedAt().isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void failed(byte[] who, Count count, Instant now) {
        jdbc.sql("update sign_in_count set failures = ?, failed_at = ? where who = ? and network = ?")
                .params(count.failures(now, rules.forget()) + 1, TimeColumn.of(now), who, count.network())
                .update();
    }

    /** What was taken for a failure was none, and the network is one of his own. Others may still be guessing. */
    @Transactional
    void passed(String name, String network) {
        var who = names.digest(name);
        jdbc.sql("update sign_in_count set failures = greatest(failures - 1, 0) where who = ? and network = '*'")
                .param(who)
                .update();
        jdbc.sql("update sign_in_count set failures = 0, succeeded_at = ? where who = ? and network = ?")
                .params(TimeColumn.of(clock.instant()), who, network)
                .update();
    }

    /** Nobody has to wait any more because of this name. Which networks are his own is kept. */
    @Transactional
    void forget(String name) {
        jdbc.sql("update sign_in_count set failures = 0 where who = ?")
                .param(names.digest(name))
                .update();
    }

    /** What no rule asks for any more. Every node does it, and whoever comes second finds nothing. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void clean() {
        var now = clock.instant();
        jdbc.sql("""
                        delete from sign_in_count where failed_at < :forgotten
                          and (succeeded_at is null or succeeded_at < :unknown)""")
                .param("forgotten", TimeColumn.of(now.minus(rules.forget())))
                .param("unknown", TimeColumn.of(now.minus(rules.known())))
                .update();
    }
}
