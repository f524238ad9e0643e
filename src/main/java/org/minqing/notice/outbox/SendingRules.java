package org.minqing.notice.outbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.minqing.code.Coded;
import org.minqing.notice.channel.Channel;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** The rules of {@code sending.yml}. */
@Component
class SendingRules {

    /**
     * How many a service takes.
     *
     * @param every in so long
     */
    record Most(int most, Duration every) {

        /** One after the other, if they were spread evenly over twice as long. */
        Duration step() {
            return every.dividedBy(Math.max(1, most / 2));
        }

        /** So far ahead of an even spread some may be. */
        Duration ahead() {
            return step().multipliedBy(Math.max(1, most / 2) - 1L);
        }
    }

    /** When a service that fails is left alone: so many percent of the last requests, and for how long. */
    record Rest(int of, int percent, Duration rest) {}

    private record File(
            List<Duration> retries,
            List<Duration> graveRetries,
            Duration lease,
            Map<String, Most> pace,
            Rest breaker,
            int keptDays) {}

    private final File file;
    private final Map<Channel, Most> pace = new EnumMap<>(Channel.class);

    /** @throws IllegalStateException if the file cannot be used */
    SendingRules() {
        this(new PolicyFile("sending.yml"));
    }

    SendingRules(PolicyFile policy) {
        file = policy.read(File.class);
        file.pace.forEach((code, most) -> pace.put(
                Coded.find(Channel.class, code)
                        .orElseThrow(
                                () -> new IllegalStateException("sending.yml: pace." + code + ": no such channel")),
                most));
        Arrays.stream(Channel.values())
                .filter(channel -> channel != Channel.DESK && !pace.containsKey(channel))
                .findFirst()
                .ifPresent(channel -> {
                    throw new IllegalStateException("sending.yml: pace: " + channel.code() + " is missing");
                });
        var durations = Stream.of(
                        file.retries.stream(),
                        file.graveRetries.stream(),
                        Stream.of(file.lease, file.breaker.rest),
                        pace.values().stream().map(Most::every))
                .flatMap(it -> it);
        if (durations.anyMatch(d -> d.isNegative() || d.isZero())
                || pace.values().stream().anyMatch(most -> most.most < 1)
                || file.retries.isEmpty()
                || file.graveRetries.isEmpty()
                || file.keptDays < 1
                || file.breaker.of < 1
                || file.breaker.percent < 1
                || file.breaker.percent > 100) {
            throw new IllegalStateException(
                    "sending.yml: times and numbers must be more than nothing, percent at most 100");
        }
    }

    /** How long after an attempt the next one comes; null if that was the last. */
    Duration retryAfter(Waiting notice) {
        var retries = notice.grave() ? file.graveRetries : file.retries;
        return notice.attempt() > retries.size() ? null : retries.get(notice.attempt() - 1);
    }

    Duration lease() {
        return file.lease;
    }

    Most pace(Channel channel) {
        return pace.get(channel);
    }

    Rest rest() {
        return file.breaker;
    }

    Duration kept() {
        return Duration.ofDays(file.keptDays);
    }
}
