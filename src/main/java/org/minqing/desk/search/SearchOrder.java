package org.minqing.desk.search;

import org.minqing.code.Coded;
import org.minqing.wording.SoughtOrder;

/** In which order what was found may be shown. */
enum SearchOrder implements Coded {
    NEWEST("newest", "提出时间，近的在前", SoughtOrder.By.NEWEST),
    OLDEST("oldest", "提出时间，早的在前", SoughtOrder.By.OLDEST),
    STATUS("status", "状态", SoughtOrder.By.STATUS),
    CATEGORY("category", "类别", SoughtOrder.By.CATEGORY),
    PLACE("place", "地点", SoughtOrder.By.PLACE),
    HANDLING_UNIT("handlingUnit", "承办单位", SoughtOrder.By.HANDLING_UNIT);

    private final String code;
    private final String label;
    private final SoughtOrder.By by;

    SearchOrder(String code, String label, SoughtOrder.By by) {
        this.code = code;
        this.label = label;
        this.by = by;
    }

    /** As forms write it. */
    @Override
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    SoughtOrder.By by() {
        return by;
    }
}
