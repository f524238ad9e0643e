package org.minqing.process.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.process.guard.Pbkdf2PasswordEncryptor;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A name that nobody has costs what a name costs that somebody has, so that the answer does not tell by its time. */
@MinqingTest
class HashWorkTest extends Talk {

    /** Counts what is compared, and with what. */
    private static final class Counted extends PasswordManager {

        private final PasswordManager real;
        private final List<String> hashes = new CopyOnWriteArrayList<>();

        Counted(PasswordManager real) {
            super(new Pbkdf2PasswordEncryptor(1), List.of());
            this.real = real;
        }

        @Override
        public boolean check(String password, String encrypted) {
            hashes.add(encrypted);
            return real.check(password, encrypted);
        }

        @Override
        public String encrypt(String password) {
            return real.encrypt(password);
        }
    }

    @Autowired
    ProcessEngine engine;

    @Autowired
    Accounts accounts;

    @Value("${minqing.password-rounds}")
    int rounds;

    private PasswordManager real;
    private Counted counted;

    @BeforeEach
    void count() {
        real = configuration().getPasswordManager();
        counted = new Counted(real);
        configuration().setPasswordManager(counted);
    }

    @AfterEach
    void noMore() {
        configuration().setPasswordManager(real);
    }

    @Test
    void oneHashOfTheSameRoundsIsComputedWhetherThereIsSuchAPersonOrNot() {
        var somebody = "hashed-" + UUID.randomUUID();
        accounts.user(somebody, "临时人员", "a-long-enough-phrase-42", List.of("ganshui-erju-01-grid-worker"));
        var computed = new ArrayList<List<String>>();
        for (var name : List.of(somebody, "nobody-" + UUID.randomUUID(), "没有这个人", "a\0b", "x".repeat(500))) {
            counted.hashes.clear();
            assertThat(api.as(name, "wrong").get("/api/tasks").status())
                    .as(name)
                    .isEqualTo(401);
            computed.add(List.copyOf(counted.hashes));
        }
        assertThat(computed)
                .allSatisfy(hashes -> assertThat(hashes)
                        .singleElement()
                        .asString()
                        .startsWith("{PBKDF2WithHmacSHA512}" + rounds + "$"));
        assertThat(computed.get(0)).isNotEqualTo(computed.get(1));
    }

    /** The stand-in is a hash like any other: its own text opens nothing. */
    @Test
    void nobodyIsLetInWhateverHeTypes() {
        for (var password : List.of("", "wrong", "nobody")) {
            assertThat(api.as("nobody-" + UUID.randomUUID(), password)
                            .get("/api/tasks")
                            .status())
                    .isEqualTo(401);
        }
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
