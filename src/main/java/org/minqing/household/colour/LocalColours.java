package org.minqing.household.colour;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** The colours of each locality, the gravest first: {@code localities/<code>/household-colours.yml}. What they mean is published. */
@Component
public class LocalColours {

    private final Map<String, List<Colour>> byLocality = new LinkedHashMap<>();

    /** @throws IllegalStateException naming file and entry, if one cannot be used, or the table answers a colour that is missing */
    LocalColours(Localities localities, ColourTable table) {
        localities.all().forEach(locality -> {
            var file = "localities/" + locality.code() + "/household-colours.yml";
            byLocality.put(locality.code(), read(file, new PolicyFile(file), table.colours(locality.code())));
        });
    }

    /** @param answered codes that some rule of the table answers */
    static List<Colour> read(String name, PolicyFile policy, Set<String> answered) {
        List<Colour> colours = policy.read(new TypeReference<List<Colour>>() {});
        for (var colour : colours) {
            require(colour.code().matches("[a-z]{2,20}"), name, colour.code(), "code is of small letters");
            require(within(colour.name(), 6), name, colour.code(), "name has 1 to 6 characters");
            require(within(colour.meaning(), 30), name, colour.code(), "meaning has 1 to 30 characters");
            require(colour.colour().matches("#[0-9a-f]{6}"), name, colour.code(), "colour is #rrggbb in small letters");
            require(colour.letter().length() == 1, name, colour.code(), "letter is one character");
        }
        apart(name, colours, Colour::code, "is there twice");
        apart(name, colours, Colour::name, "has the name of another");
        apart(name, colours, Colour::form, "has the form of another, and would be told apart by colour alone");
        var codes = colours.stream().map(Colour::code).toList();
        answered.forEach(
                code -> require(codes.contains(code), name, code, "is answered by household-colour.dmn and missing"));
        return List.copyOf(colours);
    }

    private static void apart(String name, List<Colour> colours, Function<Colour, ?> what, String fault) {
        var seen = new ArrayList<>();
        for (var colour : colours) {
            require(!seen.contains(what.apply(colour)), name, colour.code(), fault);
            seen.add(what.apply(colour));
        }
    }

    private static boolean within(String text, int most) {
        return !text.isBlank() && text.length() <= most;
    }

    private static void require(boolean sound, String name, String code, String fault) {
        if (!sound) {
            throw new IllegalStateException(name + ": " + code + ": " + fault);
        }
    }

    /** The gravest first. */
    public List<Colour> of(String locality) {
        return byLocality.getOrDefault(locality, List.of());
    }

    public Optional<Colour> find(String locality, String code) {
        return of(locality).stream()
                .filter(colour -> colour.code().equals(code))
                .findFirst();
    }

    /** Also of one that the locality has no more. */
    Colour called(String locality, String code) {
        return find(locality, code).orElseGet(() -> Colour.gone(code));
    }

    /** The first of the gravest; what the locality has no more comes last. */
    <T> Optional<T> gravest(String locality, Collection<T> all, Function<T, String> colour) {
        var codes = of(locality).stream().map(Colour::code).toList();
        return all.stream().min(Comparator.comparingInt(one -> {
            var at = codes.indexOf(colour.apply(one));
            return at < 0 ? codes.size() : at;
        }));
    }

    /** Of a household that was not looked at yet. */
    Colour calmest(String locality) {
        var all = of(locality);
        return all.get(all.size() - 1);
    }
}
