package org.minqing.map;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minqing.access.AppealAccess;
import org.minqing.access.Reach;
import org.minqing.map.MapParts.Figure;
import org.minqing.map.MapParts.Mark;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;

/** The map as one reader sees it. */
@Service
public class MapViews {

    private final List<MapLayer> layers;
    private final MapShapes shapes;
    private final MapRules rules;
    private final AppealAccess access;
    private final Localities localities;
    private final InstantSource clock;

    MapViews(
            List<MapLayer> layers,
            MapShapes shapes,
            MapRules rules,
            AppealAccess access,
            Localities localities,
            InstantSource clock) {
        this.layers =
                layers.stream().sorted(Comparator.comparingInt(MapLayer::rank)).toList();
        this.shapes = shapes;
        this.rules = rules;
        this.access = access;
        this.localities = localities;
        this.clock = clock;
        if (layers.stream().map(MapLayer::code).distinct().count() != layers.size()) {
            throw new IllegalStateException("Two layers of the map have the same code");
        }
    }

    /** Those that he has, the first to be shown first. */
    public List<MapLayer> layers(StaffMember reader) {
        return layers.stream().filter(layer -> layer.concerns(reader)).toList();
    }

    /** Empty if he has no such layer. */
    public Optional<MapLayer> layer(StaffMember reader, String code) {
        return layers(reader).stream()
                .filter(layer -> layer.code().equals(code))
                .findFirst();
    }

    /** Whether he sees the whole of his locality, and so what stands on its wall. */
    public boolean seesAll(StaffMember reader) {
        return reader.locality() != null && access.reach(reader).all();
    }

    /** What the wall says of it. */
    public MapWall wall(MapView forAll) {
        return MapWall.of(forAll, rules.fewest());
    }

    /**
     * His first layer as a room may read it.
     *
     * @throws Refusal as if there were none, if he does not see the whole
     */
    public MapView forAll(StaffMember reader) {
        if (!seesAll(reader)) {
            throw Refusal.notFound();
        }
        return view(reader, layers(reader).get(0), MapQuestion.FOR_ALL);
    }

    /** @param layer one of his */
    public MapView view(StaffMember reader, MapLayer layer, MapQuestion asked) {
        var locality = localities.get(reader.locality());
        var marks = layer.marks(reader, asked);
        return new MapView(
                clock.instant(),
                locality,
                layer,
                shapes.of(locality),
                counts(locality, access.reach(reader), layer.figures(), marks, asked),
                marks);
    }

    private static List<UnitCount> counts(
            Locality locality, Reach reach, List<Figure> figures, List<Mark> marks, MapQuestion asked) {
        Map<String, List<Mark>> within = new HashMap<>();
        var lines = locality.units().stream()
                .collect(Collectors.toMap(
                        Unit::code,
                        unit -> locality.lineOf(unit.code()).stream()
                                .map(Unit::code)
                                .toList()));
        var root = List.of(locality.root().code());
        for (var mark : marks) {
            // What lies in a unit that is gone is of the whole.
            lines.getOrDefault(mark.unit(), root)
                    .forEach(unit ->
                            within.computeIfAbsent(unit, k -> new ArrayList<>()).add(mark));
        }
        return locality.areas().stream()
                .filter(unit -> within.containsKey(unit.code())
                        || (reach.all() || reach.areas().contains(unit.code()))
                                && (asked.units() == null || asked.units().contains(unit.code())))
                .map(unit -> new UnitCount(
                        unit.code(),
                        unit.name(),
                        unit.level(),
                        lines.get(unit.code()).size() - 1,
                        unit.single(),
                        count(figures, within.getOrDefault(unit.code(), List.of()))))
                .toList();
    }

    private static Map<String, Integer> count(List<Figure> figures, List<Mark> marks) {
        return figures.stream().map(Figure::code).collect(Collectors.toMap(Function.identity(), code -> (int)
                marks.stream().filter(mark -> mark.figures().contains(code)).count()));
    }
}
