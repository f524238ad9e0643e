package org.minqing.household.sheet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.minqing.problem.InvalidInput;

/** Where the columns of one sheet stand, found by their headings. */
final class PlacedColumns {

    private final Map<SheetColumn, Integer> places = new EnumMap<>(SheetColumn.class);
    private final Map<SheetColumn, String> headings = new EnumMap<>(SheetColumn.class);

    /**
     * @param known by which headings each column is known
     * @throws InvalidInput if one that must be there is not, or is there twice
     */
    PlacedColumns(Map<SheetColumn, List<String>> known, List<String> first) {
        known.forEach((column, names) -> {
            var found = first.stream().filter(names::contains).toList();
            if (found.size() > 1) {
                throw wrong("第一行有两栏都是“" + found.get(0) + "”", "has a column twice");
            }
            headings.put(column, found.isEmpty() ? names.get(0) : found.get(0));
            if (!found.isEmpty()) {
                places.put(column, first.indexOf(found.get(0)));
            }
        });
        var missing = known.keySet().stream()
                .filter(column -> column.required() && !places.containsKey(column))
                .map(column -> "“" + headings.get(column) + "”")
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw wrong("第一行没有" + missing + "这一栏。表头叫别的名字，请先在下面改好对照", "lacks a column");
        }
    }

    private static InvalidInput wrong(String zh, String en) {
        return new InvalidInput("sheet", zh, en);
    }

    /** As this sheet calls it. */
    String heading(SheetColumn column) {
        return headings.get(column);
    }

    /** What stands in each column of a row; nothing for empty cells. */
    Map<SheetColumn, String> cells(List<String> row) {
        var cells = new EnumMap<SheetColumn, String>(SheetColumn.class);
        places.forEach((column, at) -> {
            if (at < row.size() && !row.get(at).isEmpty()) {
                cells.put(column, row.get(at));
            }
        });
        return cells;
    }
}
