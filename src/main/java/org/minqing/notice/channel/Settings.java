package org.minqing.notice.channel;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.minqing.code.Coded;
import org.minqing.notice.Fact;
import org.springframework.util.StringUtils;

/** What {@code senders.yml} says of one channel of a locality. Secrets are not in it: it names variables of the environment. */
final class Settings {

    static final String OTHERWISE = "otherwise";

    private final String where;
    private final Map<String, Object> left;
    private final UnaryOperator<String> environment;

    /**
     * @param where       such as {@code senders.yml: ganshui.webhook}, for whoever made a mistake
     * @param environment the value of a variable; null if it is not set
     */
    Settings(String where, Map<String, ?> values, UnaryOperator<String> environment) {
        this.where = where;
        this.left = new HashMap<>(values);
        this.environment = environment;
    }

    /** @throws IllegalStateException if it is not there */
    String text(String key) {
        if (left.remove(key) instanceof String value && StringUtils.hasText(value)) {
            return value;
        }
        throw wrong(key, "is missing");
    }

    String text(String key, String otherwise) {
        return left.containsKey(key) ? text(key) : otherwise;
    }

    /** What it says, if anything, before somebody asks for it. */
    Optional<String> peek(String key) {
        return Optional.ofNullable(left.get(key)).map(String::valueOf);
    }

    /** @throws IllegalStateException unless it is an address of the web */
    URI address(String key, String otherwise) {
        var value = otherwise == null ? text(key) : text(key, otherwise);
        try {
            var address = URI.create(value);
            if (("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(key, "is no address: " + value);
        }
        throw wrong(key, "must be http or https, with a host and without a password: " + value);
    }

    /** @throws IllegalStateException if the variable that it names is not set */
    String secret(String key) {
        var variable = text(key);
        var value = environment.apply(variable);
        if (!StringUtils.hasText(value)) {
            throw wrong(key, "the environment has no " + variable);
        }
        return value.strip();
    }

    /** Texts by their names; empty if it is not there. */
    private Map<String, String> texts(String key) {
        var found = new HashMap<String, String>();
        var values = left.remove(key);
        if (values instanceof Map<?, ?> map) {
            map.forEach((name, value) -> found.put(String.valueOf(name), String.valueOf(value)));
        } else if (values != null) {
            throw wrong(key, "must be a list of names with values");
        }
        return Map.copyOf(found);
    }

    /** Codes of the service by the facts that they are for; {@code otherwise} for all others. */
    Map<String, String> templates() {
        var templates = texts("templates");
        templates.keySet().stream()
                .filter(fact ->
                        !fact.equals(OTHERWISE) && Coded.find(Fact.class, fact).isEmpty())
                .findFirst()
                .ifPresent(fact -> {
                    throw wrong("templates", "there is no fact " + fact);
                });
        return templates;
    }

    /** @throws IllegalStateException if something is left that nobody asked for */
    void nothingElse() {
        if (!left.isEmpty()) {
            throw new IllegalStateException(where + ": unknown " + String.join(", ", new TreeSet<>(left.keySet())));
        }
    }

    IllegalStateException wrong(String key, String what) {
        return new IllegalStateException(where + (key.isEmpty() ? "" : "." + key) + ": " + what);
    }
}
