package org.minqing.proof.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.minqing.support.Seed;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day of a town on a small scale; {@code ./mvnw -Pcampaign verify -Dminqing.campaign.only=day} is the large one. */
@MinqingTest
class SmallDayTest extends Talk {

    private static final int APPEALS = Integer.getInteger("minqing.day", 25);

    @Autowired
    DataSource database;

    @Value("${minqing.data-dir}")
    Path data;

    @Test
    void whateverHappensAllScreensAgreeAndNothingIsLeftToNobody() {
        // Later than whatever other tests have written down: nothing goes back behind it.
        time.begin("2026-12-28T09:00");
        var seed = Seed.usually(20261228);
        var town = town(seed);
        var day = new Day(town, Moves.of(APPEALS, Filing.PLACES), 50).play(6 * APPEALS);
        System.out.printf(
                "day: %s%nrefused: %s%n%d checks, %d figures%n",
                day.done(), day.refused(), day.checks(), day.compared());
        town.filed().stream().filter(Filed::open).forEach(left -> left.send("/withdrawal", "{}"));
        assertThat(day.wrong()).as("seed %d", seed).isEmpty();
        assertThat(day.done()).hasSizeGreaterThan(12);
    }

    /** What is wrong on purpose is found: a list that goes by another deadline, a task of somebody who left, two duties in one hand. */
    @Test
    void aWrongScreenAnAbsentHolderAndTwoDutiesOfOnePersonAreNoticed() {
        time.begin("2026-12-28T09:00");
        var town = town(1);
        var act = new Filing(1, List.of("ganshui-erju-01")).draw(town).orElseThrow();
        assertThat(act.send().get().status()).isEqualTo(201);
        var number = town.filed().get(0).number();
        time.pass("P3D");
        assertThat(new Agreement(town).differences()).isEmpty();
        assertThat(Holders.missing(town)).isEmpty();
        assertThat(Duties.broken(town)).isEmpty();

        change("update act_ru_task set due_date_ = due_date_ + interval '30 days', follow_up_date_ = null", number);
        assertThat(new Agreement(town).differences()).anyMatch(line -> line.startsWith("late: backlog"));
        change("update act_ru_task set assignee_ = 'somebody-who-left'", number);
        assertThat(Holders.missing(town)).isNotEmpty().allMatch(line -> line.startsWith(number));
        for (var kind : List.of("responded", "callMissed")) {
            town.owner().sql("""
                    insert into appeal_event (appeal, at, kind, actor, actor_as, text, public)
                    values (?, now(), ?, 'ganshui-caller', '', '', false)""").params(number, kind).update();
        }
        assertThat(Duties.broken(town)).containsExactly(number + " ganshui-caller handled and called back");
        town.filed().get(0).send("/withdrawal", "{}");
    }

    private void change(String sql, String number) {
        JdbcClient.create(Owner.of(database))
                .sql(
                        sql
                                + " where proc_inst_id_ in (select proc_inst_id_ from act_ru_execution where business_key_ = ?)")
                .param(number)
                .update();
    }

    private Town town(long seed) {
        return new Town(
                People.of(api, data, "ganshui", 0), api, JdbcClient.create(Owner.of(database)), time, time::pass, seed);
    }
}
