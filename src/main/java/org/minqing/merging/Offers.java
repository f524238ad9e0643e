package org.minqing.merging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.minqing.appeal.Appeal;
import org.springframework.stereotype.Component;

/**
 * Names a matter to whoever it was offered to. It tells nothing of it, and nobody makes one himself: it is signed with the tracking
 * code, which only the matter's own resident has. All nodes make the same, and a code that is issued anew ends it.
 */
@Component
class Offers {

    private static final int BYTES = 18;

    private final MergingRules rules;
    private final InstantSource clock;

    Offers(MergingRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    String of(Appeal matter) {
        return signed(matter, turn(clock.instant()));
    }

    /** In the turn in which it was made and the next one: whoever writes slowly is not late. */
    boolean names(String offer, Appeal matter) {
        var now = clock.instant();
        return same(offer, signed(matter, turn(now))) || same(offer, signed(matter, turn(now.minus(rules.offered()))));
    }

    private long turn(Instant at) {
        return at.getEpochSecond() / rules.offered().toSeconds();
    }

    private static String signed(Appeal matter, long turn) {
        var mac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, matter.trackingCode())
                .hmac("join " + matter.number() + " " + turn);
        return Base64.encodeBase64URLSafeString(java.util.Arrays.copyOf(mac, BYTES));
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
