package org.minqing.proof.notices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.minqing.proof.campaign.Client;
import org.minqing.proof.campaign.Cluster;
import org.minqing.support.Api;

/** Residents who file appeals at one node and the other in turn; where one does not answer they go to the other, as a proxy would. */
final class Residents {

    private static final int TRIES = 20;

    private final Cluster cluster;
    private final String unit;
    private final List<String> numbers = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicInteger> others = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** @param unit where the matters are, such as {@code matou-qianjin-1-01} */
    Residents(Cluster cluster, String unit) {
        this.cluster = cluster;
        this.unit = unit;
    }

    /** One after the other until it is closed. */
    Client filing(Duration pause) {
        return new Client(pause, this::file);
    }

    /** What were acknowledged. */
    List<String> numbers() {
        return List.copyOf(numbers);
    }

    /** Answers that were none, or not that it was taken. */
    Map<String, AtomicInteger> others() {
        return new TreeMap<>(others);
    }

    String file() {
        return file(turn.getAndIncrement(), "");
    }

    /** @param facts such as {@code ,"facts":{"danger":"gas"}} */
    String file(int node, String facts) {
        var key = UUID.randomUUID().toString();
        var body = """
                {"locality":"%s","channel":"online","category":"other","title":"门前积水","description":"雨后门前积水两天没有退。",
                 "location":{"unit":"%s"}%s}""".formatted(unit.substring(0, unit.indexOf('-')), unit, facts);
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                var answer = cluster.node(node + tries).submit(key, body);
                if (answer.status() == 201 || answer.status() == 200) {
                    var number = answer.json().path("number").asText();
                    numbers.add(number);
                    return number;
                }
                other(answer);
            } catch (RuntimeException e) {
                count("no answer");
            }
        }
        throw new IllegalStateException("An appeal was not taken: " + others);
    }

    private void other(Api.Answer answer) {
        count(String.valueOf(answer.status()));
    }

    private void count(String what) {
        others.computeIfAbsent(what, k -> new AtomicInteger()).incrementAndGet();
    }
}
