package org.minqing.proof.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Seed;
import org.minqing.support.Talk;
import org.slf4j.LoggerFactory;

/** The attack on a small scale; {@code ./mvnw -Pcampaign verify -Dminqing.campaign.only=attack} is the large one. */
@MinqingTest
class AttackTest extends Talk {

    private static final int REQUESTS = Integer.getInteger("minqing.attack", 4000);

    /** Whoever was hired to be attacked holds no post when others look who does. */
    @AfterEach
    void nobodyIsLeft() {
        jdbc.sql("delete from act_id_membership where user_id_ like 'attacked-%'")
                .update();
        jdbc.sql("delete from act_id_user where id_ like 'attacked-%'").update();
    }

    @Test
    void randomRequestsBreakNothingAndReadNothingThatIsNotTheirs() throws Exception {
        // Later than whatever other tests have written down: nothing goes back behind it.
        time.begin("2026-12-21T10:00");
        var target = new Target(api, jdbc);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        var seed = Seed.any();
        Attack attack;
        try {
            attack = target.attack().run(REQUESTS, seed);
        } finally {
            root.detachAppender(log);
        }
        System.out.println("attack: " + attack.statuses());
        assertThat(attack.wrong()).as("seed %d", seed).isEmpty();
        var lines = List.copyOf(log.list).stream().map(AttackTest::text).collect(Collectors.joining("\n"));
        target.secrets().forEach(secret -> assertThat(lines).doesNotContain(secret));
        assertThat(attack.statuses()).containsKeys(200, 400, 404);
    }

    /** Those who may read it read it: the secrets are where the attack looks for them. */
    @Test
    void whatTheAttackLooksForIsThere() throws Exception {
        var target = new Target(api, jdbc);
        var found = new Attack(
                        target.port(), target.offers(), List.of(Attacker.of(api, "xinanjie-grid-01")), target.secrets())
                .run(800, 1)
                .wrong();
        assertThat(found).anyMatch(line -> line.startsWith("secret"));
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy() == null
                ? Stream.<String>empty()
                : Stream.of(event.getThrowableProxy().getMessage());
        return Stream.concat(Stream.of(event.getFormattedMessage()), thrown).collect(Collectors.joining("\n"));
    }
}
