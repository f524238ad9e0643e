package org.minqing.desk.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.minqing.code.Coded;

/** What may be shown of an appeal that was found, on the page and in the file alike: no contact data and no address. */
enum SearchColumn implements Coded {
    NUMBER("number", "诉求编号", 20),
    TITLE("title", "标题", 40),
    STATUS("status", "状态", 12),
    SUBMITTED("submitted", "提出时间", 18),
    PLACE("place", "地点", 26),
    CATEGORY("category", "类别", 14),
    TYPE("type", "诉求类型", 14),
    URGENCY("urgency", "紧急程度", 12),
    CHANNEL("channel", "受理渠道", 14),
    TIER("tier", "办理层级", 18),
    HANDLING_UNIT("handlingUnit", "承办单位", 26);

    /** What stands there where nobody has chosen. */
    static final List<SearchColumn> USUAL = List.of(NUMBER, TITLE, STATUS, SUBMITTED, PLACE, CATEGORY);

    private final String code;
    private final String label;
    private final int width;

    SearchColumn(String code, String label, int width) {
        this.code = code;
        this.label = label;
        this.width = width;
    }

    /** As forms write it. */
    @Override
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** In a spreadsheet, in characters. */
    int width() {
        return width;
    }

    /**
     * Those of a list of codes, in the order in which they stand here, and always the number, by which one opens it.
     *
     * @return empty if one of them is none
     */
    static Optional<List<SearchColumn>> read(String codes) {
        Set<String> asked = new LinkedHashSet<>(List.of(codes.split("[, ]+")));
        if (asked.stream().anyMatch(code -> Coded.find(SearchColumn.class, code).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(column -> column == NUMBER || asked.contains(column.code))
                .toList());
    }
}
