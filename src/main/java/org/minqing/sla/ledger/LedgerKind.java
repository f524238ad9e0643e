package org.minqing.sla.ledger;

/** What may happen to a clock. The names are kept in the ledger for ever. */
public enum LedgerKind {
    OPENED("起算"),
    WARNED("提醒"),
    MET("按时"),
    BREACHED("超时"),
    DONE_LATE("超时后完成"),
    ESCALATED("督办"),
    ASKED("申请调整"),
    REFUSED("不予调整"),
    LAPSED("申请失效"),
    EXTENDED("延期"),
    PAUSED("暂停"),
    RESUMED("恢复"),
    REASSIGNED("改派"),
    CORRECTED("更正研判"),
    RETIMED("更正后改定"),
    REPROJECTED("按新放假安排推算"),
    CANCELLED("停止计时"),
    CONTACT_DENIED("居民否认联系"),
    CONTACT_UPHELD("核实：联系属实"),
    CONTACT_REFUTED("核实：联系不属实"),
    /** Whoever accepted it did nothing but return it; the clock goes on. */
    ACCEPTANCE_VOID("签收作废"),
    RETURNED("退回"),
    RETURN_UPHELD("退回成立"),
    RETURN_NOT_UPHELD("退回不成立"),
    RATED("评价"),
    PLANNED("挂账"),
    PLAN_MOVED("挂账改期"),
    PLAN_LATE("挂账逾期"),
    PLAN_ENDED("销账"),
    SPLIT("分件"),
    SUB_CASE_REMOVED("撤出分件");

    private final String label;

    LedgerKind(String label) {
        this.label = label;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}
