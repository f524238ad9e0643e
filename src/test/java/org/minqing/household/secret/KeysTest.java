package org.minqing.household.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A value opens with its key in its place and nowhere else; keys that cannot be right keep the program from starting. */
@MinqingTest
class KeysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 7);
    private static final UUID ROW = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Place PLACE = new Place("household_member", "secret", ROW);

    @TempDir
    Path folder;

    @Autowired
    KeysInUse inUse;

    @Autowired
    Secrets secrets;

    @Value("${minqing.secrets.keys}")
    Path own;

    @Test
    void aValueOpensInItsPlaceAlone() {
        var sealed = secrets.seal(PLACE, "贾奶奶");
        assertThat(secrets.open(PLACE, sealed)).isEqualTo("贾奶奶");
        for (var other : List.of(
                new Place("household_member", "secret", UUID.randomUUID()),
                new Place("household_need", "secret", ROW),
                new Place("household_member", "other", ROW))) {
            assertThatThrownBy(() -> secrets.open(other, sealed))
                    .hasMessageContainingAll(sealed.key(), "does not open")
                    .hasMessageNotContaining("贾奶奶");
        }
        assertThatThrownBy(() -> secrets.open(PLACE, new Sealed(sealed.bytes(), sealed.key(), "SM4-GCM")))
                .hasMessageContaining("does not open");
        assertThat(secrets.seal(PLACE, "贾奶奶").bytes()).isNotEqualTo(sealed.bytes());
    }

    @Test
    void oneFlippedBitIsNoticedWhereverItIs() {
        var sealed = secrets.seal(PLACE, "甲");
        for (int bit = 0; bit < sealed.bytes().length * 8; bit++) {
            var bytes = sealed.bytes().clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> secrets.open(PLACE, new Sealed(bytes, sealed.key(), sealed.algorithm())))
                    .hasMessageContaining("does not open");
        }
        assertThatThrownBy(() -> secrets.open(
                        PLACE, new Sealed(Arrays.copyOf(sealed.bytes(), 20), sealed.key(), sealed.algorithm())))
                .hasMessageContaining("does not open");
    }

    @Test
    void equalValuesOfOneKindAndLocalityHaveEqualMarksAndOthersHaveNot() {
        var mark = secrets.mark("name", "shibu", "贾奶奶");
        assertThat(secrets.marks("name", "shibu", "贾奶奶")).contains(mark);
        assertThat(List.of(
                        secrets.mark("name", "matou", "贾奶奶"),
                        secrets.mark("group", "shibu", "贾奶奶"),
                        secrets.mark("name", "shibu", "贾爷爷")))
                .doesNotContain(mark)
                .doesNotHaveDuplicates();
    }

    @Test
    void newKeysAreReadByNobodyElse() throws IOException {
        var file = new KeyFile(folder.resolve("keys/household.keys"));
        file.create(TODAY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file.path().getParent())))
                .isEqualTo("rwx------");
        var ring = file.read();
        assertThat(ring.all()).hasSize(2).allMatch(key -> key.id().startsWith("20260407-"));
        assertThat(ring.toString() + ring.all())
                .doesNotContain(Files.readAllLines(file.path()).get(3).split(" ")[3]);
        assertThatThrownBy(() -> file.create(TODAY)).hasMessageContaining("household.keys");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            encrypt a AES-256-GCM c2hvcnQ=                                          | the key a must have 32 bytes and has 5
            encrypt a AES-256-GCM not-base64!                                       | the key a must have 32 bytes and has 0
            encrypt a DES AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=              | the key a has the unknown algorithm DES
            sign a AES-256-GCM AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=         | a line is
            encrypt AES-256-GCM AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=        | a line is
            encrypt one AES-256-GCM AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=    | the id one is there twice
            """)
    void aLineThatCannotBeRightIsNamed(String line, String said) {
        var sound = List.of(
                "encrypt one AES-256-GCM " + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "index two HMAC-SHA-256 " + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(KeyRing.read("test.keys", sound).all()).hasSize(2);
        var lines = List.of(sound.get(0), sound.get(1), line);
        assertThatThrownBy(() -> KeyRing.read("test.keys", lines))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("不能启动", "does not start", said)
                .hasMessageNotContaining("AAAA");
        assertThatThrownBy(() -> KeyRing.read("test.keys", sound.subList(0, 1)))
                .hasMessageContainingAll("index", "it holds no key to index");
    }

    @Test
    void aNodeDoesNotStartWithoutTheKeysThatTheDatabaseKnows() throws IOException {
        var known = inUse.all().get(0).id();
        assertThatThrownBy(() -> node(folder.resolve("nowhere")).bringIntoStep())
                .hasMessageContainingAll("找不到", "is not there", known);
        assertThat(folder.resolve("nowhere")).doesNotExist();

        var another = new KeyFile(folder.resolve("another"));
        another.create(TODAY);
        assertThatThrownBy(() -> node(another.path()).bringIntoStep())
                .hasMessageContainingAll("lacks the key " + known, "没有密钥 " + known);

        var changed = Files.readAllLines(own).stream()
                .map(line -> line.contains(known) ? line.replaceAll("[A-Za-z0-9+/]{43}=", "A".repeat(43) + "=") : line)
                .toList();
        Files.write(folder.resolve("changed"), changed);
        assertThatThrownBy(() -> node(folder.resolve("changed")).bringIntoStep())
                .hasMessageContainingAll("the key " + known, "is not the one");

        Files.copy(own, folder.resolve("same"));
        var same = node(folder.resolve("same"));
        same.bringIntoStep();
        assertThat(new Secrets(same).open(PLACE, secrets.seal(PLACE, "两个节点"))).isEqualTo("两个节点");
    }

    private SecretKeys node(Path keys) {
        return new SecretKeys(
                keys.toString(), folder, inUse, InstantSource.fixed(Instant.parse("2026-04-07T02:00:00Z")));
    }
}
