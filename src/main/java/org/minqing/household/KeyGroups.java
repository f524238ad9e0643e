package org.minqing.household;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** The key groups of each locality: {@code localities/<code>/key-groups.yml}. They are its own, and none is like another's. */
@Component
public class KeyGroups {

    private final Map<String, List<KeyGroup>> byLocality = new LinkedHashMap<>();

    /** @throws IllegalStateException naming file and entry, if a locality has none or one of them cannot be used */
    KeyGroups(Localities localities) {
        localities.all().forEach(locality -> {
            var file = "localities/" + locality.code() + "/key-groups.yml";
            byLocality.put(locality.code(), read(file, new PolicyFile(file)));
        });
    }

    static List<KeyGroup> read(String name, PolicyFile policy) {
        List<KeyGroup> groups = policy.read(new TypeReference<List<KeyGroup>>() {});
        var codes = new HashSet<String>();
        var symbols = new HashSet<String>();
        for (var group : groups) {
            require(
                    group.code().matches("[a-z][a-z0-9-]{1,39}"),
                    name,
                    group,
                    "code is of small letters, digits and hyphens");
            require(codes.add(group.code()), name, group, "is there twice");
            require(!group.name().isBlank() && group.name().length() <= 20, name, group, "name has 1 to 20 characters");
            require(
                    group.symbol().codePointCount(0, group.symbol().length()) == 1,
                    name,
                    group,
                    "symbol is one character");
            require(symbols.add(group.symbol()), name, group, "has the symbol of another");
        }
        return List.copyOf(groups);
    }

    private static void require(boolean sound, String name, KeyGroup group, String fault) {
        if (!sound) {
            throw new IllegalStateException(name + ": " + group.code() + ": " + fault);
        }
    }

    /** In the order in which to offer them. */
    public List<KeyGroup> of(String locality) {
        return byLocality.getOrDefault(locality, List.of());
    }

    /** Those of them to which one of these people belongs, as far as they are not sensitive. */
    public List<KeyGroup> shown(String locality, Collection<Member> people) {
        return of(locality).stream()
                .filter(group -> !group.sensitive()
                        && people.stream().anyMatch(one -> one.about().groups().contains(group.code())))
                .toList();
    }

    /** The strongest of these groups; codes that the locality has no more count nothing. */
    public KeyGroup.Weight weight(String locality, Collection<String> codes) {
        return of(locality).stream()
                .filter(group -> codes.contains(group.code()))
                .map(KeyGroup::weight)
                .max(Comparator.naturalOrder())
                .orElse(KeyGroup.Weight.NONE);
    }

    public Optional<KeyGroup> find(String locality, String code) {
        return of(locality).stream().filter(group -> group.code().equals(code)).findFirst();
    }
}
