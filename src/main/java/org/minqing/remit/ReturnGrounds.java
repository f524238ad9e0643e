package org.minqing.remit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** The short list of {@code returns.yml}. */
@Component
public class ReturnGrounds {

    private record File(List<ReturnGround> grounds) {}

    private final List<ReturnGround> grounds;

    /** @throws IllegalStateException if the list is empty, or a code stands in it twice or is none */
    ReturnGrounds() {
        grounds = new PolicyFile("returns.yml").read(File.class).grounds();
        var seen = new HashSet<String>();
        if (grounds.isEmpty()) {
            throw new IllegalStateException("returns.yml: grounds: is empty");
        }
        for (var ground : grounds) {
            if (!ground.code().matches("[a-z][a-zA-Z]{1,39}") || !seen.add(ground.code())) {
                throw new IllegalStateException(
                        "returns.yml: grounds: " + ground.code() + " is no code, or there twice");
            }
        }
    }

    /** In the order in which they are offered. */
    public List<ReturnGround> all() {
        return grounds;
    }

    Optional<ReturnGround> find(String code) {
        return grounds.stream().filter(ground -> ground.code().equals(code)).findFirst();
    }
}
