package org.minqing.household.secret;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.minqing.code.Coded;

/**
 * The keys as their file has them, one a line: what it is for, its id, its algorithm and the key itself in Base64. Of each kind the
 * last is the one with which is written; the others are for what was written before.
 */
final class KeyRing {

    private final Map<String, Key> byId = new LinkedHashMap<>();
    private final Map<KeyKind, Key> current = new HashMap<>();

    /**
     * @param file as whoever mends it knows it
     * @throws IllegalStateException naming the line and the id, if it cannot be used
     */
    static KeyRing read(String file, List<String> lines) {
        var ring = new KeyRing();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                ring.add(key(file + " 第 " + (i + 1) + " 行 line " + (i + 1), line), file);
            }
        }
        for (var kind : KeyKind.values()) {
            if (!ring.current.containsKey(kind)) {
                throw refused(file + " 里没有用途为 " + kind.code() + " 的密钥", "it holds no key to " + kind.code());
            }
        }
        return ring;
    }

    private static Key key(String where, String line) {
        var words = line.split("\\s+");
        var kind = Coded.find(KeyKind.class, words[0]);
        if (words.length != 4 || kind.isEmpty() || !words[1].matches("[A-Za-z0-9-]{1,40}")) {
            throw refused(
                    where + "：应为“encrypt 或 index、编号、算法、密钥”四项",
                    "a line is: encrypt or index, an id, an algorithm, the key in Base64");
        }
        if (!words[2].equals(kind.get().algorithm())) {
            throw refused(
                    where + "：密钥 " + words[1] + " 的算法 " + words[2] + " 不认识",
                    "the key " + words[1] + " has the unknown algorithm " + words[2]);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(words[3]);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != KeyKind.BYTES) {
            throw refused(
                    where + "：密钥 " + words[1] + " 应为 " + KeyKind.BYTES + " 个字节，实为 " + bytes.length,
                    "the key " + words[1] + " must have " + KeyKind.BYTES + " bytes and has " + bytes.length);
        }
        return new Key(words[1], kind.get(), new SecretKeySpec(bytes, kind.get().inJava()));
    }

    private void add(Key key, String file) {
        if (byId.put(key.id(), key) != null) {
            throw refused(file + "：密钥编号 " + key.id() + " 出现两次", "the id " + key.id() + " is there twice");
        }
        current.put(key.kind(), key);
    }

    static IllegalStateException refused(String zh, String en) {
        return new IllegalStateException("民情不能启动：住户资料的密钥文件不能用：" + zh
                + "。Minqing does not start: the file of keys for households cannot be used: " + en + ".");
    }

    /** With which is written. */
    Key current(KeyKind kind) {
        return current.get(kind);
    }

    /** In the order of the file. */
    List<Key> all() {
        return List.copyOf(byId.values());
    }

    List<Key> all(KeyKind kind) {
        var keys = new ArrayList<>(byId.values());
        keys.removeIf(key -> key.kind() != kind);
        return keys;
    }

    Optional<Key> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
