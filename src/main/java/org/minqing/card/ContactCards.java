package org.minqing.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.PostHolders;
import org.minqing.organisation.Unit;
import org.minqing.organisation.UnitTree;
import org.minqing.problem.Refusal;
import org.minqing.security.Colleagues;
import org.springframework.stereotype.Service;

/** The cards of a locality: one for each unit in which people live and below which there is no other. */
@Service
public class ContactCards {

    private final CardRules rules;
    private final CardPhones phones;
    private final Localities localities;
    private final PostHolders people;
    private final Colleagues colleagues;

    ContactCards(CardRules rules, CardPhones phones, Localities localities, PostHolders people, Colleagues colleagues) {
        this.rules = rules;
        this.phones = phones;
        this.localities = localities;
        this.people = people;
        this.colleagues = colleagues;
    }

    /** In the order of the tree. */
    public List<Unit> units(String locality) {
        return UnitTree.smallest(localities.get(locality));
    }

    /**
     * As it is now: the next print names whoever holds the posts then.
     *
     * @throws Refusal if the locality has no such unit, or it has no card
     */
    public ContactCard of(String locality, String unit) {
        var place = localities.get(locality);
        var own = UnitTree.smallest(place).stream()
                .filter(one -> one.code().equals(unit))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return new ContactCard(
                unit,
                own.name(),
                place.lineOf(unit).stream().skip(1).map(Unit::name).toList(),
                named(place, unit),
                place.deskPhone(),
                place.officeHours().words());
    }

    private List<ContactCard.Named> named(Locality locality, String unit) {
        var posts = new LinkedHashMap<String, Holding>();
        for (var post : rules.posts()) {
            for (var holding : locality.holdersOf(post, unit)) {
                people.of(holding).stream().sorted().forEach(person -> posts.putIfAbsent(person, holding));
            }
        }
        var printed = new ArrayList<>(posts.entrySet()).subList(0, Math.min(posts.size(), rules.most()));
        var users = printed.stream().map(Map.Entry::getKey).toList();
        var names = colleagues.names(users);
        var numbers = phones.of(users);
        return printed.stream()
                .map(one -> new ContactCard.Named(
                        names.getOrDefault(one.getKey(), one.getKey()),
                        one.getValue().post().name(),
                        numbers.get(one.getKey())))
                .toList();
    }
}
