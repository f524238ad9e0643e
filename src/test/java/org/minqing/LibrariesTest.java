package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/**
 * What we did not choose is what {@code src/docs/security.md} argues about, and nothing else: when one of these fails, read
 * that section again and write down what is true of the new one.
 */
class LibrariesTest {

    @Test
    void theWebApplicationsBringTheDomPurifyThatWasLookedAt() throws IOException {
        var bundle = new ClassPathResource("META-INF/resources/webjars/camunda/lib/deps.js")
                .getContentAsString(StandardCharsets.UTF_8);
        var found = Pattern.compile("version=\"([0-9.]+)\",[a-z]\\.removed").matcher(bundle);
        assertThat(found.results().map(copy -> copy.group(1))).containsExactly("3.2.4", "3.2.4");
    }

    /** ICU and OpenSSL are in there: for Linux 60.2 and 1.1.1, Alpine 62.1 and 1.1.1k, macOS 68.2 and 3.5.7, Windows 67 and 3. */
    @ParameterizedTest
    @CsvSource({
        "linux-x86_64, bda67fe32e23b049c25db4b98132d154a4fa824c44e1bd8fd01b0236f4676c24",
        "linux-arm_64, e66afbea65a143aa6cda8d5a56c2aea9985d1d9649dfb29ba487363844fd1f81",
        "linux-x86_64-alpine_linux, 265024127dfd63ca3c2cca9ef85543fd6ad9e0cfd5236eb983e6b993ee6cc083",
        "darwin-x86_64, 07f29aed5baae53962b0ab80c901763b490b5692cf6a730cb3ece6bf455567af",
        "windows-x86_64, f2fdd9bc529f4f6eb934a5d36b17613e710d8f97809348d7b43e60daec262f47"
    })
    void theEmbeddedDatabaseIsTheOneThatWasLookedAt(String platform, String digest)
            throws IOException, NoSuchAlgorithmException {
        var programs = new ClassPathResource("postgres-" + platform + ".txz").getContentAsByteArray();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(programs)))
                .isEqualTo(digest);
    }

    /** Before 3.18.0 a long name of a class could fill the stack (CVE-2025-48924). */
    @Test
    void commonsLang3IsNewEnough() throws IOException {
        var properties = new Properties();
        try (var file = new ClassPathResource("META-INF/maven/org.apache.commons/commons-lang3/pom.properties")
                .getInputStream()) {
            properties.load(file);
        }
        assertThat(properties.getProperty("version")).isEqualTo("3.20.0");
    }
}
