package org.minqing.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are kept as PBKDF2 hashes, and nothing else opens the door. */
class PasswordHashTest {

    private static final String PASSWORD = "三角梅 blooms at 8";

    private final Pbkdf2PasswordEncryptor hashes = new Pbkdf2PasswordEncryptor(TestEngines.FEW_ITERATIONS);
    private final IdentityService people = TestEngines.guarded().getIdentityService();

    @AfterEach
    void cleanUp() {
        people.deleteUser("matou-clerk");
    }

    @Test
    void acceptsTheRightPasswordAndNoOther() {
        String hash = hashes.encrypt(PASSWORD);

        assertThat(hashes.check(PASSWORD, hash)).isTrue();
        assertThat(hashes.check(PASSWORD + " ", hash)).isFalse();
        assertThat(hashes.check("三角海 blooms at 8", hash)).isFalse();
        assertThat(hashes.check("", hash)).isFalse();
        assertThat(hashes.check(null, hash)).isFalse();
    }

    @Test
    void hashesTheSamePasswordDifferentlyEachTime() {
        assertThat(hashes.encrypt(PASSWORD)).isNotEqualTo(hashes.encrypt(PASSWORD));
    }

    @Test
    void fitsTheColumnWithItsPrefix() {
        String hash = "{PBKDF2WithHmacSHA512}" + new Pbkdf2PasswordEncryptor().encrypt(PASSWORD);

        assertThat(hash).hasSizeLessThanOrEqualTo(255).startsWith("{PBKDF2WithHmacSHA512}210000$");
        assertThat(hashes.check(PASSWORD, hash))
                .as("checked with the count inside, and with the prefix")
                .isTrue();
    }

    @Test
    void refusesAHashThatWasTamperedWith() {
        String hash = hashes.encrypt(PASSWORD);
        for (int at = 0; at < hash.length(); at++) {
            char other = hash.charAt(at) == 'A' ? 'B' : 'A';
            String tampered = hash.substring(0, at) + other + hash.substring(at + 1);
            assertThat(hashes.check(PASSWORD, tampered)).as(tampered).isFalse();
        }
        assertThat(hashes.check(PASSWORD, hash.replaceFirst("1000", "1001"))).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "$",
                "$$",
                "1000$$",
                "0$$",
                "-1$AAAA$AAAA",
                "1000$AAAA$",
                "99999999999$AAAA$AAAA",
                "{}",
                "{",
                "{PBKDF2WithHmacSHA512}",
                "{SHA-512}abc",
                "三角梅",
                "1000$!!!!$????",
                "99999999$AAAAAAAAAAAAAAAAAAAAAA==$"
                        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="
            })
    void neverThrowsOnGarbage(String garbage) {
        assertThat(hashes.check(PASSWORD, garbage)).isFalse();
        assertThat(manager().check(PASSWORD, garbage)).isFalse();
    }

    @Test
    void hashesAnEmptyPasswordToo() {
        assertThat(hashes.check("", hashes.encrypt(""))).isTrue();
    }

    @Test
    void theEngineStoresItsUsersThisWay() {
        saveUser(PASSWORD);

        assertThat(storedHash()).startsWith("{PBKDF2WithHmacSHA512}1000$");
        assertThat(people.checkPassword("matou-clerk", PASSWORD)).isTrue();
        assertThat(people.checkPassword("matou-clerk", "something else")).isFalse();
    }

    @Test
    void theOldDefaultNoLongerOpensTheDoor() {
        String old = new PasswordManager(new Sha512HashDigest(), List.of()).encrypt(PASSWORD);

        assertThat(old).startsWith("{SHA-512}");
        assertThat(manager().check(PASSWORD, old)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eleven char", "matou-clerk-2026"})
    void refusesShortPasswordsAndThoseThatHoldTheUsersId(String weak) {
        assertThatThrownBy(() -> saveUser(weak))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("policy");
    }

    private void saveUser(String password) {
        User user = people.newUser("matou-clerk");
        user.setPassword(password);
        people.saveUser(user);
    }

    private static ProcessEngineConfigurationImpl engine() {
        return (ProcessEngineConfigurationImpl) TestEngines.guarded().getProcessEngineConfiguration();
    }

    private static PasswordManager manager() {
        return engine().getPasswordManager();
    }

    private String storedHash() {
        CommandExecutor commands = engine().getCommandExecutorTxRequired();
        return commands.execute(command ->
                ((UserEntity) command.getReadOnlyIdentityProvider().findUserById("matou-clerk")).getPassword());
    }
}
