package org.minqing.map;

import org.springframework.stereotype.Component;

/** Pictures of a view, drawn by the server: to be printed, and for the wall. */
@Component
public class MapPictures {

    private final MapRules rules;

    MapPictures(MapRules rules) {
        this.rules = rules;
    }

    /**
     * An SVG document with legend and date.
     *
     * @param unit     code of the unit that is to fill it; of the locality for all
     * @param narrowed what was asked for, in words; empty for everything
     */
    public String print(MapView view, String unit, String narrowed) {
        return MapDrawing.of(
                view, unit, narrowed, new MapDrawing.Manner(true, (count, number) -> String.valueOf(number)));
    }

    /** The same for whoever walks by: no single marks, and what is about few people is not counted out. */
    public String wall(MapView view) {
        return MapDrawing.of(
                view,
                view.locality().root().code(),
                "",
                new MapDrawing.Manner(false, (count, number) -> MapWall.said(count.single(), number, rules.fewest())));
    }
}
