package org.minqing.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;

/** Units as the ledger names them; the organisation may have changed since. */
final class UnitNames {

    private UnitNames() {}

    /** In the order of the locality's tree; those that are gone come last. */
    static List<String> inOrder(Locality locality, Collection<String> units) {
        var order = locality.units().stream().map(Unit::code).toList();
        return units.stream()
                .sorted(Comparator.comparingInt(
                                (String unit) -> order.contains(unit) ? order.indexOf(unit) : order.size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A unit that is gone from the organisation keeps its figures under its code. */
    static String name(Locality locality, String unit) {
        return locality.unit(unit).map(Unit::name).orElse(unit.isEmpty() ? "未记单位" : unit);
    }
}
