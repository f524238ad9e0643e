package org.minqing.signin;

import java.time.Duration;
import java.util.List;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** The rules of {@code sign-in.yml}. */
@Component
class SignInRules {

    /**
     * How long wrong passwords make wait. So many are free; the next has to be waited for, and each further one twice as
     * long, up to the longest.
     */
    record Delay(int free, String first, String longest) {

        /** @param failures so far */
        Duration after(int failures) {
            if (failures <= free) {
                return Duration.ZERO;
            }
            // After thirty doublings a second is longer than anybody could wait.
            var doubled = Duration.parse(first).multipliedBy(1L << Math.min(30, failures - free - 1));
            return doubled.compareTo(longestWait()) < 0 ? doubled : longestWait();
        }

        private Duration longestWait() {
            return Duration.parse(longest);
        }

        private boolean sound() {
            var begin = Duration.parse(first);
            return free >= 1
                    && !begin.isNegative()
                    && !begin.isZero()
                    && longestWait().compareTo(begin) >= 0
                    && longestWait().compareTo(Duration.ofHours(1)) <= 0;
        }
    }

    private record File(Delay fromOneNetwork, Delay together, String forget, String known) {}

    private final File file;

    /** @throws IllegalStateException if the file cannot be used */
    SignInRules() {
        file = new PolicyFile("sign-in.yml").read(File.class);
        for (var delay : List.of(fromOneNetwork(), together())) {
            if (!delay.sound()) {
                throw new IllegalStateException(
                        "sign-in.yml: at least one attempt is free, and delays grow from first to longest, which is an hour"
                                + " at most: nobody may be locked out for good. Not so: " + delay);
            }
        }
    }

    /** For one person from one network. */
    Delay fromOneNetwork() {
        return file.fromOneNetwork();
    }

    /** For one person from everywhere together. */
    Delay together() {
        return file.together();
    }

    /** So long after the last wrong password counting begins anew. */
    Duration forget() {
        return Duration.parse(file.forget());
    }

    /** So long after a sign-in the network is one of this person's own. */
    Duration known() {
        return Duration.parse(file.known());
    }
}
