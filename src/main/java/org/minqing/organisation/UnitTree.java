package org.minqing.organisation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The units of a locality, also as records of earlier days name them: the organisation may have changed since. */
public final class UnitTree {

    private UnitTree() {}

    /** In the order of the tree; those that are gone come last. */
    public static List<String> inOrder(Locality locality, Collection<String> units) {
        var order = locality.units().stream().map(Unit::code).toList();
        return units.stream()
                .sorted(Comparator.comparingInt(
                                (String unit) -> order.contains(unit) ? order.indexOf(unit) : order.size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The name; a unit that is gone goes by its code, and where none was noted that is said. */
    public static String name(Locality locality, String unit) {
        return name(locality, unit, unit.isEmpty() ? "未记单位" : unit);
    }

    /** The name; for a unit that is gone, and where there is none, the other text. */
    public static String name(Locality locality, String unit, String otherwise) {
        return locality.unit(unit).map(Unit::name).orElse(otherwise);
    }

    /**
     * Where something is, in words: the unit, or the locality as far as no more is known, and the address in it.
     *
     * @param address null if there is none
     */
    public static String place(Locality locality, String unit, String address) {
        var name = name(locality, unit, locality.name());
        return address == null ? name : name + " " + address;
    }

    /** The units in which people live and below which there is no other, in the order of the tree. */
    public static List<Unit> smallest(Locality locality) {
        var parents = locality.areas().stream().map(Unit::parent).collect(Collectors.toSet());
        return locality.areas().stream()
                .filter(unit -> !parents.contains(unit.code()))
                .toList();
    }

    /** The codes of a unit and of all below it; empty if there is no such unit. */
    public static Optional<List<String>> within(Locality locality, String unit) {
        return locality.unit(unit)
                .map(top -> locality.units().stream()
                        .map(Unit::code)
                        .filter(code -> locality.isWithin(code, top.code()))
                        .toList());
    }
}
