package org.minqing.household.secret;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.time.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The ring of this node, in step with what the database has values of. */
@Component
public class SecretKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SecretKeys.class);

    private final KeyFile file;
    private final KeysInUse inUse;
    private final InstantSource clock;
    private volatile KeyRing ring;

    SecretKeys(
            @Value("${minqing.secrets.keys:}") String keys,
            @Value("${minqing.data-dir:.data}") Path dataDir,
            KeysInUse inUse,
            InstantSource clock) {
        this.file = new KeyFile(keys.isBlank() ? dataDir.resolve("keys/household.keys") : Path.of(keys));
        this.inUse = inUse;
        this.clock = clock;
    }

    /**
     * Reads the file, or makes it where the database has no value of any key yet. One node at a time.
     *
     * @throws IllegalStateException naming the key, if the file cannot be used, or lacks a key of which the database has values, or
     *                               has another one under its id
     */
    public void bringIntoStep() {
        var known = inUse.all();
        if (!file.exists()) {
            if (!known.isEmpty()) {
                throw KeyRing.refused(
                        "找不到 " + file.path() + "，而数据库里的内容是用密钥 " + ids(known) + " 加密的，请把原来的文件放回去，几个节点要用同一个文件",
                        file.path() + " is not there, and the database has values of the keys " + ids(known)
                                + ": put the file back, or name the one that the other nodes have in minqing.secrets.keys");
            }
            file.create(clock.instant().atZone(Times.ZONE).toLocalDate());
            LOG.info("住户资料的密钥已生成：{}。请另外备份。The keys of the households were made; keep a copy elsewhere.", file.path());
        }
        var read = file.read();
        known.forEach(key -> require(read, key));
        read.all().stream()
                .filter(key -> known.stream().noneMatch(k -> k.id().equals(key.id())))
                .filter(key -> read.current(key.kind()) == key || !everKnown(key))
                .forEach(inUse::add);
        ring = read;
    }

    /** An old key that was retired stays so while another one is written with. */
    private boolean everKnown(Key key) {
        return inUse.knows(key.id());
    }

    private void require(KeyRing read, KeysInUse.Known known) {
        var key = read.find(known.id())
                .orElseThrow(() -> KeyRing.refused(
                        file.path() + " 里没有密钥 " + known.id() + "，而数据库里有用它加密的内容",
                        file.path() + " lacks the key " + known.id() + ", of which the database has values"));
        if (!key.kind().code().equals(known.kind()) || !key.made(known.proof())) {
            throw KeyRing.refused(
                    file.path() + " 里的密钥 " + known.id() + " 不是数据库所用的那一个",
                    "the key " + known.id() + " in " + file.path()
                            + " is not the one that the database knows by that id");
        }
    }

    private static List<String> ids(List<KeysInUse.Known> known) {
        return known.stream().map(KeysInUse.Known::id).toList();
    }

    /** @throws IllegalStateException before {@link #bringIntoStep} */
    KeyRing ring() {
        if (ring == null) {
            throw new IllegalStateException("The keys of the households were not read yet");
        }
        return ring;
    }

    /** With which values are encrypted now. */
    public String encryptsWith() {
        return ring().current(KeyKind.ENCRYPT).id();
    }

    /** With which marks are made now. */
    public String marksWith() {
        return ring().current(KeyKind.INDEX).id();
    }

    /** To be followed, in the same transaction, by a look whether there is nothing left that was written with another key. */
    public void stopOthers() {
        inUse.lockOthers(current());
    }

    /**
     * Nothing is left of the other keys, and nothing is written with them any more.
     *
     * @return their ids: they may be taken out of the file
     */
    public List<String> retireOthers() {
        return inUse.retireOthers(current());
    }

    private List<String> current() {
        return Stream.of(KeyKind.values())
                .map(kind -> ring().current(kind).id())
                .toList();
    }
}
