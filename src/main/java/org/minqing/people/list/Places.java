package org.minqing.people.list;

import java.util.stream.Collectors;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;
import org.springframework.stereotype.Component;

/** Finds the post that a row of a list means: by names, or by codes where somebody writes those. */
@Component
class Places {

    /**
     * @param locality code; null if there is no such locality
     * @param holding  null if {@code wrong} says why there is none
     */
    record Place(String locality, Holding holding, String wrong) {}

    private final Localities localities;

    Places(Localities localities) {
        this.localities = localities;
    }

    Place of(ListRow row) {
        return localities.all().stream()
                .filter(l -> means(row.locality(), l.name(), l.code()))
                .findFirst()
                .map(locality -> of(row, locality))
                .orElseGet(() -> new Place(null, null, "没有这个乡镇"));
    }

    private static Place of(ListRow row, Locality locality) {
        return locality.units().stream()
                .filter(unit -> means(row.unit(), unit.name(), unit.code()))
                .findFirst()
                .map(unit -> of(row, locality, unit))
                .orElseGet(() -> new Place(locality.code(), null, locality.name() + "没有这个单位"));
    }

    private static Place of(ListRow row, Locality locality, Unit unit) {
        var posts = locality.holdings().stream()
                .filter(holding -> holding.unit().equals(unit))
                .toList();
        return posts.stream()
                .filter(holding ->
                        means(row.post(), holding.post().name(), holding.post().code()))
                .findFirst()
                .map(holding -> new Place(locality.code(), holding, null))
                .orElseGet(() -> new Place(
                        locality.code(),
                        null,
                        posts.isEmpty()
                                ? "这个单位没有岗位"
                                : "这个单位没有这个岗位，可以填："
                                        + posts.stream()
                                                .map(holding -> holding.post().name())
                                                .collect(Collectors.joining("、"))));
    }

    private static boolean means(String written, String name, String code) {
        return written.equals(name) || written.equals(code);
    }
}
