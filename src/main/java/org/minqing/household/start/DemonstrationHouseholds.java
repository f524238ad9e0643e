package org.minqing.household.start;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.Actor;
import org.minqing.household.Bringing;
import org.minqing.household.Bringing.Brought;
import org.minqing.household.HouseholdReading;
import org.minqing.household.HouseholdRules;
import org.minqing.household.Households;
import org.minqing.household.KeyGroups;
import org.minqing.organisation.Localities;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Invented households to try the system with, on the embedded database only: {@code demonstration/households.json}. */
@Component
public class DemonstrationHouseholds {

    private static final String FILE = "demonstration/households.json";

    /** @param contact so many days ago somebody was with them; null for never */
    private record Entry(
            String locality,
            Map<String, String> household,
            Integer contact,
            List<Map<String, String>> members,
            List<Map<String, String>> needs,
            List<String> notes) {}

    private final Bringing bringing;
    private final Households households;
    private final HouseholdRules rules;
    private final KeyGroups groups;
    private final Localities localities;
    private final ObjectMapper json;

    DemonstrationHouseholds(
            Bringing bringing,
            Households households,
            HouseholdRules rules,
            KeyGroups groups,
            Localities localities,
            ObjectMapper json) {
        this.bringing = bringing;
        this.households = households;
        this.rules = rules;
        this.groups = groups;
        this.localities = localities;
        this.json = json;
    }

    /** Only where there is none yet: what somebody wrote since then is not ours to add to. */
    public void create() {
        if (!bringing.none()) {
            return;
        }
        var byLocality = new LinkedHashMap<String, List<Brought>>();
        try (var in = new ClassPathResource(FILE).getInputStream()) {
            for (var entry : json.readValue(in, new TypeReference<List<Entry>>() {})) {
                byLocality
                        .computeIfAbsent(entry.locality(), l -> new ArrayList<>())
                        .add(brought(entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byLocality.forEach((locality, all) -> bringing.bring(locality, new Actor("demonstration", "演示数据"), all));
    }

    private Brought brought(Entry entry) {
        var today = households.today();
        return new Brought(
                HouseholdReading.household(localities.get(entry.locality()), entry.household(), today),
                entry.members().stream()
                        .map(member -> HouseholdReading.member(groups.of(entry.locality()), member, today))
                        .toList(),
                entry.needs().stream()
                        .map(need -> HouseholdReading.need(need, rules.longestNeed(), today))
                        .toList(),
                entry.notes(),
                entry.contact() == null ? null : today.minusDays(entry.contact()));
    }
}
