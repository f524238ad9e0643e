package org.minqing.outcome;

import java.math.BigDecimal;
import org.minqing.code.Coded;

/**
 * What can be checked of a result.
 *
 * @param what   name of the witness, what was measured, or number of the document and where it is kept
 * @param amount null unless something was measured, like {@code unit}
 * @param reach  how to reach the witness; null unless there is one
 */
public record Evidence(Kind kind, String what, BigDecimal amount, String unit, String reach) {

    public enum Kind implements Coded {
        WITNESS("witness", "见证人"),
        FIGURE("figure", "可核对的数量"),
        DOCUMENT("document", "照片或文件");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        /** The Chinese words for it. */
        public String label() {
            return label;
        }
    }

    public static Evidence document(String what) {
        return new Evidence(Kind.DOCUMENT, what, null, null, null);
    }

    static Evidence witness(String name, String reach) {
        return new Evidence(Kind.WITNESS, name, null, null, reach);
    }

    static Evidence figure(String what, BigDecimal amount, String unit) {
        return new Evidence(Kind.FIGURE, what, amount, unit, null);
    }

    /** Such as {@code 新增车位 22 个}; null unless something was measured. */
    public String figure() {
        return kind == Kind.FIGURE ? what + " " + amount.stripTrailingZeros().toPlainString() + " " + unit : null;
    }

    /** What everybody may read, the resident too: that there is a witness, and not who. */
    public String words() {
        return switch (kind) {
            case WITNESS -> "有见证人";
            case FIGURE -> "成果：" + figure();
            case DOCUMENT -> "佐证：" + what;
        };
    }
}
