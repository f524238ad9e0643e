package org.minqing.notice;

import org.minqing.code.Coded;

/** What happens of which somebody is to hear. */
public enum Fact implements Coded {
    /** A task lies with a post, or with somebody. */
    NEW_TASK("newTask", "有新的待办"),
    RETURNED("returned", "被退回"),
    QUESTION_ANSWERED("questionAnswered", "居民答复了提问"),
    URGED("urged", "督办催办"),
    DUE_SOON("dueSoon", "时限将到"),
    OVERDUE("overdue", "已超时"),
    CORRECTED("corrected", "研判有更正"),
    MENTIONED("mentioned", "同事提到您"),
    RECEIVED("received", "诉求已收到"),
    RESPONDED("responded", "首次响应"),
    PROMISE_MOVED("promiseMoved", "承诺时间有变化"),
    ASKED("asked", "请居民补充"),
    RESULT("result", "有结果，请评价"),
    TEST("test", "测试");

    private final String code;
    private final String label;

    Fact(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As {@code notices.dmn} and {@code notices.yml} write it. */
    @Override
    public String code() {
        return code;
    }

    /** As officials call it. */
    public String label() {
        return label;
    }
}
