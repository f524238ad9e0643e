package org.minqing.map;

import java.util.List;
import java.util.stream.Collectors;
import org.minqing.map.MapParts.Figure;
import org.minqing.organisation.Unit;
import org.minqing.time.Times;

/**
 * What the wall screen says (大屏, S2-2): large counts by area, of everything, for everybody who stands in the room. No single appeal,
 * and of a grid or less no count that is about few.
 *
 * @param at       to the minute
 * @param levels   how many units of each level there are, such as {@code 26 个网格}
 * @param nowhere  how many of the first figure lie in no area of the wall; 0 for none
 */
public record MapWall(
        String at, String localityName, List<String> levels, List<Cell> totals, List<Area> areas, int nowhere) {

    /** One figure of one unit. */
    public record Cell(String name, String sign, String tone, String said, boolean nothing) {}

    /** A unit right below the locality, and what of it is drawn. */
    public record Area(String name, List<Cell> cells, List<Line> lines) {}

    /** @param depth 1 right below the area */
    public record Line(String name, int depth, List<Cell> cells) {}

    static MapWall of(MapView view, int fewest) {
        var counts = view.counts();
        var figures = view.layer().figures();
        var first = figures.get(0).code();
        var areas = counts.stream().filter(count -> count.depth() == 1).toList();
        return new MapWall(
                Times.iso(view.at()).substring(0, 16).replace('T', ' '),
                view.locality().name(),
                levels(view),
                figures.stream()
                        .map(figure -> cell(figure, false, view.total(figure.code()), fewest))
                        .toList(),
                areas.stream()
                        .map(area -> new Area(area.name(), cells(area, figures, fewest), lines(view, area, fewest)))
                        .toList(),
                view.total(first)
                        - areas.stream()
                                .mapToInt(area -> area.figures().get(first))
                                .sum());
    }

    private static List<Line> lines(MapView view, UnitCount area, int fewest) {
        return view.counts().stream()
                .filter(count -> count.depth() > 1
                        && view.locality().isWithin(count.unit(), area.unit())
                        && (view.shapes().shapes().isEmpty()
                                || view.shapes().of(count.unit()).isPresent()))
                .map(count -> new Line(
                        count.name(),
                        count.depth() - 1,
                        cells(count, view.layer().figures(), fewest)))
                .toList();
    }

    private static List<Cell> cells(UnitCount count, List<Figure> figures, int fewest) {
        return figures.stream()
                .map(figure -> cell(figure, count.single(), count.figures().get(figure.code()), fewest))
                .toList();
    }

    private static Cell cell(Figure figure, boolean single, int number, int fewest) {
        return new Cell(figure.name(), figure.sign(), figure.tone(), said(single, number, fewest), number == 0);
    }

    /** A few in a unit behind which few people stand are not told apart. */
    static String said(boolean single, int number, int fewest) {
        return single && number > 0 && number < fewest ? "<" + fewest : String.valueOf(number);
    }

    /** From the top down, without the locality itself: down to the level below the smallest that is drawn. */
    private static List<String> levels(MapView view) {
        var locality = view.locality();
        var deepest = view.shapes().shapes().stream()
                .mapToInt(shape -> locality.lineOf(shape.unit()).size())
                .max()
                .orElse(Integer.MAX_VALUE - 1);
        var areas = locality.areas().stream()
                .skip(1)
                .filter(unit -> locality.lineOf(unit.code()).size() <= deepest + 1)
                .toList();
        var counted = areas.stream().collect(Collectors.groupingBy(Unit::level, Collectors.counting()));
        return areas.stream()
                .map(Unit::level)
                .distinct()
                .map(level -> counted.get(level) + " 个" + level)
                .toList();
    }
}
