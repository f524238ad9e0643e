package org.minqing.process.forms;

import java.math.BigDecimal;

/** Answers that are numbers. */
class Numbers {

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    /** Returns an Integer where the field takes whole numbers and it fits, else a Long or a Double. */
    static Number read(FieldRule rule, Object value) {
        var number = decimal(value);
        var min = rule.min() == null ? LEAST : rule.min();
        var max = rule.max() == null ? MOST : rule.max();
        // The range comes first: a number such as 1e999999999 must not be written out in full further down.
        if (number.compareTo(min) < 0) {
            throw new BadAnswer("不能小于 " + min.toPlainString(), "must be at least " + min.toPlainString());
        }
        if (number.compareTo(max) > 0) {
            throw new BadAnswer("不能大于 " + max.toPlainString(), "must be at most " + max.toPlainString());
        }
        var digits = rule.decimalDigits();
        if (digits != null && number.stripTrailingZeros().scale() > digits) {
            throw digits == 0
                    ? new BadAnswer("应为整数", "must be a whole number")
                    : new BadAnswer("小数最多 " + digits + " 位", "must have at most " + digits + " decimal digits");
        }
        if (digits == null || digits > 0) {
            return number.doubleValue();
        }
        var whole = number.longValueExact();
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof Number) {
            try {
                return new BigDecimal(value.toString());
            } catch (NumberFormatException notFinite) {
                // Falls through: NaN and infinity are not numbers here.
            }
        }
        throw new BadAnswer("应为数字", "must be a number");
    }
}
