package org.minqing.people.web;

import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * What an administrator typed about somebody.
 *
 * @param posts    groups, each once
 * @param password as it is; empty to have one drawn
 * @param more     whether he only wants to choose another post
 * @param seen     the digest of what he was shown to follow; empty if he was shown nothing yet
 */
record TypedPerson(
        String locality, String user, String name, List<String> posts, String password, boolean more, String seen) {

    static TypedPerson of(MultiValueMap<String, String> sent) {
        return new TypedPerson(
                text(sent, "locality"),
                text(sent, "user"),
                text(sent, "name"),
                Optional.ofNullable(sent.get("post")).orElse(List.of()).stream()
                        .filter(post -> !post.isBlank())
                        .distinct()
                        .toList(),
                Optional.ofNullable(sent.getFirst("password")).orElse(""),
                sent.containsKey("more"),
                text(sent, "seen"));
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        return Optional.ofNullable(sent.getFirst(field)).orElse("").strip();
    }
}
