package org.minqing.security;

import java.util.List;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * One method at one address.
 *
 * @param path with variables in braces, as the mapping has it
 */
record Endpoint(String method, String path) implements Comparable<Endpoint> {

    /** A request for it, with and without the slash at the end that the engine's interfaces do not care about. */
    List<MockHttpServletRequest> requests() {
        var example = path.replaceAll("\\{[^}]*}|\\*+", "x");
        var bare = example.length() > 1 && example.endsWith("/") ? example.substring(0, example.length() - 1) : example;
        return List.of(new MockHttpServletRequest(method, bare), new MockHttpServletRequest(method, bare + "/"));
    }

    @Override
    public int compareTo(Endpoint other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return path + " " + method;
    }
}
