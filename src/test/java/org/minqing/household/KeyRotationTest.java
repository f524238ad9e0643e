package org.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.household.secret.SecretKeys;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;

/** Keys are changed while the program runs; whoever is killed at it goes on where he was, and the old keys are of no use afterwards. */
@MinqingTest
class KeyRotationTest extends HouseholdTalk {

    private static class Killed extends RuntimeException {}

    @Autowired
    KeyRotation rotation;

    @Autowired
    SecretKeys keys;

    @Value("${minqing.secrets.keys}")
    Path file;

    private List<String> lines;

    @BeforeEach
    void theFile() throws IOException {
        lines = Files.readAllLines(file);
    }

    @Test
    void everythingIsOfTheNewKeysAfterwardsAndTheOldOnesMayGo() throws IOException {
        var address = address();
        var at = opened(WORKER, "address", address, "fullName", "换钥匙人");
        done(sends(WORKER, at + "/needs", "what", "换钥匙需求", "rhythm", "once"));
        done(sends(WORKER, at + "/notes", "line", "换钥匙记录"));
        done(sends(WORKER, at + "/bars", "barred", "shibu-grid-02", "barReason", "换钥匙回避"));
        var old = List.of(keys.encryptsWith(), keys.marksWith());

        var more = new ArrayList<>(lines);
        more.add(line("encrypt", "AES-256-GCM"));
        more.add(line("index", "HMAC-SHA-256"));
        Files.write(file, more);
        keys.bringIntoStep();
        assertThat(keys.encryptsWith()).isNotEqualTo(old.get(0));
        assertThat(sends(WORKER, LIST, "memberName", "换钥匙人").body())
                .as("before")
                .contains(id(at));

        var told = new ArrayList<String>();
        assertThatThrownBy(() -> rotation.run((table, left) -> {
                    told.add(table + " " + left);
                    if (told.size() == 2) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
        assertThat(looked(WORKER, at)).as("half way").contains("换钥匙人", "换钥匙需求", "换钥匙记录");
        assertThat(left(old)).as("half way").isPositive();

        assertThat(rotation.run((table, left) -> {})).containsExactlyInAnyOrderElementsOf(old);
        assertThat(left(old)).isZero();
        assertThatThrownBy(() -> jdbc.sql("update household_need set secret_key = ? where household = ?::uuid")
                        .params(old.get(0), id(at))
                        .update())
                .as("with a key that was retired")
                .isInstanceOf(DataAccessException.class);

        Files.write(
                file,
                more.stream()
                        .filter(line -> old.stream().noneMatch(line::contains))
                        .toList());
        keys.bringIntoStep();
        assertThat(looked(WORKER, at)).contains("换钥匙人", "换钥匙需求", "换钥匙记录");
        assertThat(shown(WORKER, at + "/bars")).contains("换钥匙回避");
        assertThat(sends(WORKER, LIST, "memberName", "换钥匙人").body()).contains(id(at));
        assertThat(rotation.run((table, left) -> assertThat(left).isZero())).isEmpty();
    }

    private long left(List<String> old) {
        return Stream.concat(KeyRotation.TABLES.stream(), Stream.of("household_mark"))
                .mapToLong(table -> stored.count(
                        "select count(*) from " + table + " where secret_key in (?, ?)", old.get(0), old.get(1)))
                .sum();
    }

    private static String line(String kind, String algorithm) {
        var bytes = new byte[32];
        ThreadLocalRandom.current().nextBytes(bytes);
        return kind + " rotated-" + Long.toString(System.nanoTime(), 36) + " " + algorithm + " "
                + Base64.getEncoder().encodeToString(bytes);
    }
}
