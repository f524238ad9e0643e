package org.minqing.map;

import java.util.List;
import java.util.Set;
import org.minqing.position.Position;

/** Of what a {@link MapLayer} is made. */
public final class MapParts {

    private MapParts() {}

    /**
     * One thing on the map and in the list beside it.
     *
     * @param id       for people, such as the number of an appeal
     * @param unit     code of the unit in which it is; may be one that is gone
     * @param position null where only the unit is known
     * @param symbol   a code of {@link MapLayer#symbols}
     * @param pressing whether it is drawn with a ring, because something is over its limit
     * @param title    what the reader's lists call it
     * @param words    what its look says, and more, in words: a reader who sees no colour misses nothing
     * @param figures  codes of {@link MapLayer#figures()} in which it counts
     * @param href     where it is opened
     */
    public record Mark(
            String id,
            String unit,
            Position position,
            String symbol,
            boolean pressing,
            String title,
            List<String> words,
            Set<String> figures,
            String href) {}

    /**
     * What is counted.
     *
     * @param code as a parameter and in data
     * @param sign stands before the number, so that nobody has to tell colours apart; empty for none
     * @param tone {@code late}, {@code soon} or empty: a class of the style sheets
     */
    public record Figure(String code, String name, String sign, String tone) {}

    /**
     * How marks of one kind look.
     *
     * @param colour as CSS and SVG write it, {@code #rrggbb}; dark enough on white for 4.5:1
     * @param letter stands in or beside it on the map
     */
    public record Symbol(String code, String name, MapRules.Form form, String colour, String letter) {}

    /** A select above the map; an empty choice stands for all. */
    public record Filter(String code, String name, List<Choice> choices) {}

    public record Choice(String code, String name) {}

    /** Somewhere to go from a line of the list. */
    public record Action(String label, String href) {}
}
