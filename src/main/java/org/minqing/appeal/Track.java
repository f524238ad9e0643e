package org.minqing.appeal;

/**
 * How an appeal is taken because of its type: a row of {@code appeal-type.dmn}.
 *
 * @param code  {@code handle}, {@code answer}, {@code thank} or {@code confidential}
 * @param name  its Chinese name
 * @param rated whether the resident is asked how it went
 */
public record Track(String code, String name, boolean rated) {

    /** It is handled by a unit, as most are. */
    public static final String HANDLE = "handle";

    /** Nobody hears of it before it is known whom it is about, and few afterwards. */
    public static final String CONFIDENTIAL = "confidential";
}
