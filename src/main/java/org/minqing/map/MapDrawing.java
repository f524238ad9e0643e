package org.minqing.map;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Envelope;
import org.minqing.map.LocalityShapes.UnitShape;
import org.minqing.map.MapParts.Figure;
import org.minqing.map.MapParts.Mark;
import org.minqing.position.CoordinateSystem;
import org.minqing.time.Times;

/** Draws a view as a picture that is printed: units with their counts, marks, legend, date, and what kind of map it is. */
final class MapDrawing {

    static final String SCHEMATIC = "示意图，非真实地理";

    private static final double WIDTH = 1100;
    private static final double HEIGHT = 780;
    private static final double MAP_WIDTH = 800;
    private static final double TOP = 84;
    private static final double LARGE = 1.7;
    static final String INK = "fill=\"#1d2430\"";
    static final String SOFT = "fill=\"#525c69\"";
    static final String BOLD = INK + " font-weight=\"700\"";
    static final String ALARM = "fill=\"#b3261e\" font-weight=\"700\"";
    private static final List<String> GROUNDS = List.of("#ffffff", "#e8f0f8", "#d3e2f0", "#b9d0e6");

    /**
     * What of the view is drawn.
     *
     * @param whole whether single marks are, with title and legend; else units alone, large
     * @param said  how a count of a unit is said
     */
    record Manner(boolean whole, BiFunction<UnitCount, Integer, String> said) {}

    private final MapView view;
    private final String narrowed;
    private final Manner manner;
    private final Paper paper;
    private final Map<String, UnitCount> counts;
    private final Svg svg;

    private MapDrawing(MapView view, String unit, String narrowed, Manner manner) {
        this.manner = manner;
        this.view = view;
        this.narrowed = narrowed;
        var ground = view.shapes()
                .around(view.locality(), unit)
                .map(shape -> shape.outline().getEnvelopeInternal())
                .orElseGet(() -> view.shapes().bounds());
        var top = manner.whole() ? TOP : 10;
        paper = new Paper(
                ground.isNull() ? new Envelope(0, 1, 0, 1) : ground,
                20,
                top,
                (manner.whole() ? MAP_WIDTH : WIDTH) - 40,
                HEIGHT - top - 30);
        counts = view.counts().stream().collect(Collectors.toMap(UnitCount::unit, Function.identity()));
        svg = new Svg(WIDTH, HEIGHT, title());
    }

    /**
     * @param unit     code of the unit that is to fill the picture; of the locality for all
     * @param narrowed what was asked for, in words; empty for everything
     */
    static String of(MapView view, String unit, String narrowed, Manner manner) {
        return new MapDrawing(view, unit, narrowed, manner).draw();
    }

    private String draw() {
        if (manner.whole()) {
            head();
        }
        view.shapes().shapes().forEach(this::ground);
        // Over the smaller ones, whose edges would hide those of the larger ones.
        view.shapes().shapes().stream().filter(shape -> !isSmallest(shape)).forEach(this::edge);
        var elsewhere = manner.whole()
                ? view.marks().stream().filter(mark -> !mark(mark)).count()
                : 0;
        view.shapes().shapes().stream().filter(this::isSmallest).forEach(this::label);
        if (manner.whole()) {
            new MapLegend(svg, view, MAP_WIDTH + 10, HEIGHT).draw(TOP + 16, elsewhere);
        } else if (view.shapes().fictitious()) {
            svg.text(20, HEIGHT - 14, 20, ALARM, SCHEMATIC);
        }
        return svg.end();
    }

    private String title() {
        return view.locality().name() + "民情图：" + view.layer().name();
    }

    private void head() {
        svg.text(24, 40, 26, BOLD, title());
        svg.text(
                24,
                66,
                15,
                SOFT,
                (narrowed.isEmpty() ? "" : narrowed + " · ") + "截至 "
                        + Times.iso(view.at()).substring(0, 16).replace('T', ' '));
    }

    private void ground(UnitShape shape) {
        var count = counts.get(shape.unit());
        var ground = count == null || !isSmallest(shape) ? GROUNDS.get(0) : GROUNDS.get(step(first(count)));
        svg.path(
                paper.path(shape.outline()),
                "fill=\"" + ground + "\" stroke=\"#7b8592\" stroke-width=\"1\" fill-rule=\"evenodd\"");
    }

    private void edge(UnitShape shape) {
        var wide = shape.unit().equals(view.locality().root().code()) ? 3.5 : 2.2;
        svg.path(
                paper.path(shape.outline()),
                "fill=\"none\" stroke=\"#0a365d\" stroke-linejoin=\"round\" stroke-width=\"" + Svg.n(wide) + "\"");
    }

    private boolean isSmallest(UnitShape shape) {
        return view.shapes().isSmallest(view.locality(), shape);
    }

    private void label(UnitShape shape) {
        var middle = new MaximumInscribedCircle(
                        shape.outline(), shape.outline().getEnvelopeInternal().getDiameter() / 200)
                .getCenter();
        if (!paper.shows(middle.getX(), middle.getY())) {
            return;
        }
        var x = paper.x(middle.getX());
        var y = paper.y(middle.getY());
        var name = view.locality().unit(shape.unit()).orElseThrow().name();
        var count = counts.get(shape.unit());
        var size = manner.whole() ? 1 : LARGE;
        svg.label(x, y, 14 * size, INK, name);
        if (count != null) {
            svg.label(x, y + 22 * size, 18 * size, BOLD, manner.said().apply(count, first(count)));
            var rest = rest(count);
            if (!rest.isEmpty()) {
                svg.label(x, y + 40 * size, 13 * size, ALARM, rest);
            }
        }
    }

    /** False if it stands nowhere on this picture. */
    private boolean mark(Mark mark) {
        if (mark.position() == null) {
            return false;
        }
        var at = mark.position().in(CoordinateSystem.WGS84);
        if (!paper.shows(at.lng(), at.lat())) {
            return false;
        }
        var symbol = view.layer().symbols(view.locality()).stream()
                .filter(it -> it.code().equals(mark.symbol()))
                .findFirst()
                .orElseThrow();
        svg.mark(symbol, mark.pressing(), paper.x(at.lng()), paper.y(at.lat()), 6);
        return true;
    }

    private int first(UnitCount count) {
        return count.figures().get(view.layer().figures().get(0).code());
    }

    /** Signs and numbers of all but the first figure, as far as there are any and they have a sign. */
    private String rest(UnitCount count) {
        return view.layer().figures().stream()
                .skip(1)
                .filter(figure -> !figure.sign().isEmpty() && count.figures().get(figure.code()) > 0)
                .map(figure -> said(figure, count))
                .collect(Collectors.joining(" "));
    }

    private String said(Figure figure, UnitCount count) {
        return figure.sign() + manner.said().apply(count, count.figures().get(figure.code()));
    }

    private static int step(int count) {
        return count == 0 ? 0 : count < 5 ? 1 : count < 20 ? 2 : 3;
    }
}
