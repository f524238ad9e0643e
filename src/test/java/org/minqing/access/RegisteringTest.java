package org.minqing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.organisation.Channel;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.policy.PolicyFile;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Who takes appeals down, and for which places. */
@MinqingTest
class RegisteringTest {

    private static final String SOUND = """
            first: phone
            codeToldMinutes: 60
            posts: [grid-worker]
            channels: [patrol]
            """;

    @Autowired
    Registering registering;

    @Autowired
    Localities localities;

    @Autowired
    Holdings holdings;

    @Test
    void aRegistrarDoesForAllOfHisLocalityAndBeginsWithTheTelephone() {
        var desk = registering.atDesk(List.of("ganshui-service-hall-registrar")).orElseThrow();
        assertThat(desk.places())
                .extracting(Unit::code)
                .contains("ganshui-erju-01", "ganshui-tieshiya")
                .doesNotContain("ganshui", "ganshui-command");
        assertThat(desk.channels())
                .extracting(Channel::code)
                .startsWith("phone")
                .contains("online")
                .doesNotHaveDuplicates();
    }

    @Test
    void whoeverGoesFromDoorToDoorDoesForHisOwnUnitsAndThoseBelow() {
        var grid = registering
                .outdoors(List.of("ganshui-erju-01-grid-worker", "ganshui-sanju-02-grid-worker"))
                .orElseThrow();
        assertThat(grid.places()).extracting(Unit::code).containsExactly("ganshui-erju-01", "ganshui-sanju-02");
        assertThat(grid.channels())
                .extracting(Channel::code)
                .startsWith("patrol", "home-visit")
                .doesNotContain("phone", "online");
        var secretary =
                registering.outdoors(List.of("ganshui-erju-branch-secretary")).orElseThrow();
        assertThat(secretary.places())
                .extracting(Unit::code)
                .contains("ganshui-erju", "ganshui-erju-01", "ganshui-erju-02")
                .doesNotContain("ganshui-sanju-01");
        assertThat(registering.atDesk(List.of("ganshui-erju-01-grid-worker"))).isEmpty();
    }

    @Test
    void nobodyElseDoes() {
        for (var group : List.of("ganshui-command-dispatcher", "ganshui-erju-party-member", "camunda-admin")) {
            assertThat(registering.of(List.of(group))).as(group).isEmpty();
        }
    }

    @Test
    void everyLocalityCanBeToldOnPatrolAndAtTheDoor() {
        for (var locality : localities.all()) {
            var grid = locality.holdings().stream()
                    .filter(h -> h.post().code().equals("grid-worker"))
                    .findFirst()
                    .orElseThrow();
            assertThat(registering.outdoors(List.of(grid.group())).orElseThrow().channels())
                    .as(locality.name())
                    .extracting(Channel::code)
                    .contains("patrol", "home-visit");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[grid-worker] | [pilot]   | no locality has the post pilot",
                "[patrol]      | [pigeon]  | no locality has the channel pigeon",
                "[patrol]      | []        | at least one channel",
                "[patrol]      | [notebook]| has not the channel phone, or none of [notebook]",
                "phone         | pigeon    | has not the channel pigeon",
            })
    void aFileThatCannotBeUsedIsRefused(String from, String to, String why) {
        var policy = new PolicyFile(
                "registering.yml", new ByteArrayResource(SOUND.replace(from, to).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new Registering(policy, localities, holdings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("registering.yml")
                .hasMessageContaining(why);
    }
}
