package org.minqing.people.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.people.People;
import org.springframework.stereotype.Component;

/** The posts of a locality to choose from, unit by unit. */
@Component
class PostChoices {

    /** @param group of the engine; {@code label} what people read, with the unit */
    record Choice(String group, String label) {}

    record UnitPosts(String unit, List<Choice> posts) {}

    private final Localities localities;
    private final People people;

    PostChoices(Localities localities, People people) {
        this.localities = localities;
        this.people = people;
    }

    /** Those of the locality but those that were chosen already; none for no locality. */
    List<UnitPosts> of(String locality, List<String> chosen) {
        var units = new LinkedHashMap<String, List<Choice>>();
        localities
                .find(locality)
                .map(Locality::holdings)
                .orElse(List.of())
                .forEach(h -> units.computeIfAbsent(h.unit().name(), u -> new ArrayList<>())
                        .add(choice(h)));
        units.values().forEach(posts -> posts.removeIf(post -> chosen.contains(post.group())));
        return units.entrySet().stream()
                .filter(unit -> !unit.getValue().isEmpty())
                .map(unit -> new UnitPosts(unit.getKey(), unit.getValue()))
                .toList();
    }

    List<Choice> chosen(List<String> groups) {
        return groups.stream()
                .map(group -> new Choice(group, people.label(group)))
                .toList();
    }

    private static Choice choice(Holding holding) {
        return new Choice(
                holding.group(), holding.unit().name() + " " + holding.post().name());
    }
}
