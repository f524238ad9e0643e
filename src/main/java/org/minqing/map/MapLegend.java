package org.minqing.map;

import static org.minqing.map.MapDrawing.ALARM;
import static org.minqing.map.MapDrawing.BOLD;
import static org.minqing.map.MapDrawing.INK;
import static org.minqing.map.MapDrawing.SOFT;

/** What stands beside a printed map: what its marks mean, what is counted, and what kind of map it is. */
final class MapLegend {

    private static final int RIGHT = 190;
    private static final String TO_THE_LEFT = " text-anchor=\"end\"";

    private final Svg svg;
    private final MapView view;
    private final MapLayer layer;
    private final double x;
    private final double height;

    MapLegend(Svg svg, MapView view, double x, double height) {
        this.svg = svg;
        this.view = view;
        this.layer = view.layer();
        this.x = x;
        this.height = height;
    }

    /**
     * @param top       where it begins
     * @param elsewhere how many marks are not on the picture
     */
    void draw(double top, long elsewhere) {
        counts(symbols(top) + 40);
        foot(elsewhere);
    }

    /** Where it ends. */
    private double symbols(double top) {
        var y = top;
        svg.text(x, y, 17, BOLD, "图例");
        for (var symbol : layer.symbols(view.locality())) {
            y += 28;
            svg.mark(symbol, false, x + 12, y - 5, 7);
            svg.text(x + 34, y, 15, INK, symbol.name());
        }
        if (!layer.ring().isEmpty()) {
            y += 30;
            svg.ring(x + 12, y - 5, 11);
            svg.text(x + 34, y, 15, INK, "外圈：" + layer.ring());
        }
        return y;
    }

    private void counts(double top) {
        var y = top;
        svg.text(x, y, 17, BOLD, "合计（" + layer.measure() + "）");
        for (var figure : layer.figures()) {
            y += 26;
            svg.text(x, y, 15, INK, (figure.sign() + " " + figure.name()).strip());
            svg.text(x + RIGHT, y, 15, BOLD + TO_THE_LEFT, String.valueOf(view.total(figure.code())));
        }
        y += 20;
        var first = layer.figures().get(0).code();
        for (var count : view.counts()) {
            if (count.depth() == 1 && y < height - 130) {
                y += 26;
                svg.text(x, y, 15, INK, count.name());
                svg.text(
                        x + RIGHT,
                        y,
                        15,
                        INK + TO_THE_LEFT,
                        String.valueOf(count.figures().get(first)));
            }
        }
    }

    private void foot(long elsewhere) {
        if (elsewhere > 0) {
            svg.text(x, height - 96, 13, SOFT, "另有 " + elsewhere + " " + layer.measure() + "没有位置或不在图内");
        }
        if (view.shapes().fictitious()) {
            svg.text(x, height - 72, 15, ALARM, MapDrawing.SCHEMATIC);
        }
        svg.text(x, height - 50, 12, SOFT, cut(view.shapes().source()));
        view.locality().mapReviewNumber().ifPresent(number -> svg.text(x, height - 28, 13, SOFT, "审图号：" + number));
    }

    private static String cut(String source) {
        return source.length() > 24 ? source.substring(0, 23) + "…" : source;
    }
}
