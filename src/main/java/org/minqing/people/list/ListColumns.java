package org.minqing.people.list;

import java.util.ArrayList;
import java.util.List;
import org.minqing.file.SheetReader;
import org.minqing.problem.InvalidInput;

/** The columns of a list of staff, in whatever order they stand. */
final class ListColumns {

    static final List<String> NAMES = List.of("姓名", "用户名", "乡镇", "单位", "岗位");

    /** What a town has, five times over, and short enough to be looked through. */
    static final int MOST_ROWS = 5000;

    private ListColumns() {}

    /** @throws InvalidInput if the first row does not name each column, or nothing is below it */
    static List<ListRow> read(List<SheetReader.Row> sheet) {
        if (sheet.isEmpty()) {
            throw wrong("表格是空的", "is empty");
        }
        var places = new ArrayList<Integer>();
        for (var name : NAMES) {
            var at = sheet.get(0).cells().indexOf(name);
            if (at < 0) {
                throw wrong("第一行没有“" + name + "”这一栏，请用模板填写", "has no column " + name);
            }
            places.add(at);
        }
        if (sheet.size() == 1) {
            throw wrong("表头下面没有人", "names nobody");
        }
        if (sheet.size() > MOST_ROWS + 1) {
            throw wrong("名册最多 " + MOST_ROWS + " 行", "has more than " + MOST_ROWS + " rows");
        }
        return sheet.stream()
                .skip(1)
                .map(row -> {
                    var cells = places.stream()
                            .map(at -> at < row.cells().size() ? row.cells().get(at) : "")
                            .toList();
                    return new ListRow(
                            row.number(), cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
                })
                .filter(row -> !(row.name() + row.user() + row.locality() + row.unit() + row.post()).isEmpty())
                .toList();
    }

    private static InvalidInput wrong(String zh, String en) {
        return new InvalidInput("file", zh, en);
    }
}
