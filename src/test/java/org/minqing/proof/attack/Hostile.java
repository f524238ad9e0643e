package org.minqing.proof.attack;

import java.util.List;
import java.util.Random;

/** Texts that have hurt somebody's program before. */
final class Hostile {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "'",
            "' or '1'='1",
            "\"; drop table appeal; --",
            "%",
            "%%%",
            "%zz",
            "100%_\\",
            "${7*7}",
            "#{T(java.lang.Runtime).getRuntime()}",
            "${''.getClass().forName('java.lang.Runtime')}",
            "{{constructor.constructor('alert(1)')()}}",
            "=1+1",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "\u202Etxt.exe",
            "\u200B\u200B",
            "\uFEFF",
            "\uD800",
            "\uDFFF\uD800",
            "𠮷野家",
            "١٢٣",
            "1e999999",
            "-1",
            "0",
            "2147483648",
            "9223372036854775808",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "2026-02-30",
            "0000-00-00",
            "9999-12-31",
            "2026-01-01T00:00:00.000+0800",
            "+99999-01-01",
            "a\r\nSet-Cookie: x=y",
            "${jndi:ldap://127.0.0.1/a}",
            "function() external {java:{class:\"java.lang.Runtime\"}}",
            "*",
            "**",
            "a,b,,c",
            ";",
            "//",
            "\\",
            "CON");

    private final Random random;

    Hostile(Random random) {
        this.random = random;
    }

    String text() {
        return switch (random.nextInt(12)) {
            case 0 -> "长".repeat(1 + random.nextInt(5000));
            case 1 -> "a".repeat(1 + random.nextInt(20_000));
            case 2 -> anything(1 + random.nextInt(40));
            default -> one(TEXTS);
        };
    }

    /** Any characters there are, halves of pairs included. */
    private String anything(int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** @param in one in so many */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
