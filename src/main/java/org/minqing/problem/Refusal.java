package org.minqing.problem;

/** A request was understood and refused; nothing was stored. {@link Kind} says with which HTTP status. */
public class Refusal extends RuntimeException {

    /** Why it was refused. Unknown and forbidden are one kind on purpose: they must look alike. */
    public enum Kind {
        /** It does not exist, or it is none of the caller's business: 404. */
        NOT_FOUND,
        /** It is too late, or somebody else was faster: 409. */
        CONFLICT,
        /** It cannot be what the caller meant, and no field of ours is to blame: 400. */
        MALFORMED,
        /** The key of an earlier request came with another body: 422. */
        KEY_REUSED,
        /** More than we read: 413. */
        TOO_LARGE,
        /** Not of the type that is read there, JSON almost everywhere: 415. */
        NOT_JSON,
        /** A protocol of another version: 412. */
        OTHER_VERSION,
        /** A table that officials keep gives no usable answer; a person must mend it: 503. */
        POLICY
    }

    private final Kind kind;
    private final String english;

    public Refusal(Kind kind, String zh, String en) {
        super(zh);
        this.kind = kind;
        this.english = en;
    }

    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "没有找到，或您无权查看。", "Not found, or not yours to see.");
    }

    /** What a person hears who acts on what is not so any more. */
    public static Refusal overtaken() {
        return conflict("刚刚有人或定时任务处理了同一件诉求，请刷新后再试。", "Somebody else was faster; look again, then retry.");
    }

    /** What a person hears who wants a task that is in other hands. */
    public static Refusal held() {
        return conflict("这项任务已由他人认领。", "Somebody else holds this task.");
    }

    public static Refusal conflict(String zh, String en) {
        return new Refusal(Kind.CONFLICT, zh, en);
    }

    /** With no more to say than that it cannot be read. */
    public static Refusal malformed() {
        return new Refusal(Kind.MALFORMED, "请求的内容不正确。", "The request cannot be understood.");
    }

    public Kind kind() {
        return kind;
    }

    /** The Chinese text. */
    public String zh() {
        return getMessage();
    }

    /** The English text. */
    public String en() {
        return english;
    }
}
