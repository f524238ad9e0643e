package org.minqing.process.engine;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;

/** A person's name, whole, whichever of the engine's two fields its parts stand in. */
public final class DisplayName {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private DisplayName() {}

    /** The id of whoever has no name. */
    public static String of(User user) {
        var name = of(user.getFirstName(), user.getLastName());
        return name.isEmpty() ? user.getId() : name;
    }

    /** Chinese names begin with the surname, without a space. Either may be null. */
    public static String of(String given, String surname) {
        var chinese = CHINESE.matcher(given + "" + surname).find();
        return (chinese ? Stream.of(surname, given) : Stream.of(given, surname))
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(chinese ? "" : " "));
    }
}
