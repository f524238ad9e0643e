package org.minqing.household.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.minqing.household.Household;
import org.minqing.household.HouseholdAccess;
import org.minqing.household.Households;
import org.minqing.household.KeyGroup;
import org.minqing.household.KeyGroups;
import org.minqing.household.Members;
import org.minqing.household.OwnerKind;
import org.minqing.household.Owners;
import org.minqing.household.colour.Colour;
import org.minqing.household.colour.HouseholdColours;
import org.minqing.household.colour.LocalColours;
import org.minqing.household.search.HouseholdSearch;
import org.minqing.map.MapLayer;
import org.minqing.map.MapParts.Choice;
import org.minqing.map.MapParts.Figure;
import org.minqing.map.MapParts.Filter;
import org.minqing.map.MapParts.Mark;
import org.minqing.map.MapParts.Symbol;
import org.minqing.map.MapQuestion;
import org.minqing.organisation.Locality;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The households of the map on which nobody is missed (S0-7): with whom nobody was for long, and whom no party member covers. */
@Component
class HouseholdLayer implements MapLayer {

    private static final String STATE = "contact";
    private static final String HOUSEHOLDS = "households";
    private static final String WAITING = "waiting";
    private static final String UNCOVERED = "uncovered";
    private static final String COLOUR = "colour";

    private static final List<Figure> FIGURES = List.of(
            new Figure(HOUSEHOLDS, "住户", "", ""),
            new Figure(WAITING, "久未联系", "▲", "soon"),
            new Figure(UNCOVERED, "没有联系党员", "?", "soon"));

    private final HouseholdSearch search;
    private final HouseholdAccess access;
    private final Households households;
    private final Owners owners;
    private final Members members;
    private final KeyGroups groups;
    private final HouseholdColours colours;
    private final LocalColours local;

    HouseholdLayer(
            HouseholdSearch search,
            HouseholdAccess access,
            Households households,
            Owners owners,
            Members members,
            KeyGroups groups,
            HouseholdColours colours,
            LocalColours local) {
        this.search = search;
        this.access = access;
        this.households = households;
        this.owners = owners;
        this.members = members;
        this.groups = groups;
        this.colours = colours;
        this.local = local;
    }

    @Override
    public String code() {
        return "households";
    }

    @Override
    public String name() {
        return "住户";
    }

    @Override
    public String measure() {
        return "户";
    }

    @Override
    public String counted() {
        return "按住址所在单位统计，只含您看得到、现在还住在这里的住户。";
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public boolean concerns(StaffMember reader) {
        return reader.locality() != null && !access.seen(reader).isEmpty();
    }

    @Override
    public List<Filter> filters(Locality locality) {
        return List.of(
                new Filter(
                        STATE,
                        "联系情况",
                        FIGURES.stream()
                                .skip(1)
                                .map(figure -> new Choice(figure.code(), figure.name()))
                                .toList()),
                new Filter(
                        COLOUR,
                        "颜色",
                        local.of(locality.code()).stream()
                                .map(one -> new Choice(one.code(), one.name()))
                                .toList()));
    }

    @Override
    public List<Figure> figures() {
        return FIGURES;
    }

    @Override
    public List<Symbol> symbols(Locality locality) {
        return local.of(locality.code()).stream()
                .map(one -> new Symbol(
                        one.code(), one.name() + "：" + one.meaning(), one.form(), one.colour(), one.letter()))
                .toList();
    }

    /** Nothing of it stands on a wall: where people live is for those who look after them. */
    @Override
    @Transactional
    public List<Mark> marks(StaffMember reader, MapQuestion asked) {
        if (asked.forAll()) {
            return List.of();
        }
        var state = asked.filters().get(STATE);
        var wanted = asked.filters().get(COLOUR);
        var rows = search.all(reader, asked.units());
        var ids = rows.stream().map(Household::id).toList();
        var covered = owners.named(ids, OwnerKind.COVERING);
        var people = members.of(ids);
        var coloured = colours.of(reader, rows);
        return rows.stream()
                .filter(row -> wanted == null || coloured.get(row.id()).code().equals(wanted))
                .map(row -> mark(
                        row,
                        coloured.get(row.id()),
                        covered.containsKey(row.id()),
                        groups.shown(row.locality(), people.getOrDefault(row.id(), List.of()))))
                .filter(mark -> state == null || mark.figures().contains(state))
                .toList();
    }

    private Mark mark(Household household, Colour colour, boolean covered, List<KeyGroup> shown) {
        var last = household.lastContact();
        var waits = households.waits(household);
        var figures = new HashSet<>(List.of(HOUSEHOLDS));
        var words = new ArrayList<>(List.of(colour.name(), waits ? "久未联系" : "近期联系过"));
        if (waits) {
            figures.add(WAITING);
        }
        if (!covered) {
            figures.add(UNCOVERED);
            words.add("没有联系党员");
        }
        shown.stream().map(KeyGroup::name).forEach(words::add);
        return new Mark(
                household.address(),
                household.unit(),
                household.point(),
                colour.code(),
                false,
                last == null ? "还没有联系过" : "上次联系 " + last,
                List.copyOf(words),
                figures,
                "/desk/households/" + household.id());
    }
}
