package org.minqing.map;

import java.util.List;
import org.minqing.map.MapParts.Action;
import org.minqing.map.MapParts.Figure;
import org.minqing.map.MapParts.Filter;
import org.minqing.map.MapParts.Mark;
import org.minqing.map.MapParts.Symbol;
import org.minqing.organisation.Locality;
import org.minqing.security.StaffMember;

/**
 * A kind of thing that the map shows, such as open appeals. Each capability brings its own as a bean; page, list, picture and wall
 * show whatever there is, and count by unit what a layer marks, so that the map never says more than its list.
 *
 * <p>A layer answers for who sees what: its marks are those that this reader would find in his lists, and no other. Nothing of it
 * goes to the map but marks; contact data and sensitive data have no place in them.
 */
public interface MapLayer {

    /** In addresses; lower case letters. */
    String code();

    /** As people call it. */
    String name();

    /** By what its marks are counted, such as 件. */
    String measure();

    /** What is counted and what is not, in a sentence. */
    String counted();

    /** What it means that a mark has a ring; empty if none of it ever has one. */
    default String ring() {
        return "";
    }

    /** From the left; the first that somebody has is shown first. */
    int rank();

    /** Whether he has it at all. */
    boolean concerns(StaffMember reader);

    /** By what it can be narrowed beside the unit. Their codes are names of parameters, and not {@code layer, unit, page}. */
    List<Filter> filters(Locality locality);

    /** What is counted by unit, the most important first; the first counts every mark. */
    List<Figure> figures();

    /** How marks look there, in the order of the legend. */
    List<Symbol> symbols(Locality locality);

    /** All that he may see of what was asked for, the most urgent first. */
    List<Mark> marks(StaffMember reader, MapQuestion asked);

    /** What he may do about one that he sees, beside opening it; asked for those alone that a page lists. */
    default List<Action> actions(StaffMember reader, String mark) {
        return List.of();
    }
}
