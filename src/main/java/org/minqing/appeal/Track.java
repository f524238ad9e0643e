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

    /** Somebody who knows answers, and the answer is the response and the result. */
    public static final String ANSWER = "answer";

    /** It is thanked for and passed on. */
    public static final String THANK = "thank";

    /** Nobody is sent out: the unit that answers for the category answers for the response too. */
    public boolean answeredAtTheDesk() {
        return ANSWER.equals(code) || THANK.equals(code);
    }

    /** Among the posts that may answer: whichever answers for the category at that place. */
    public static final String RESPONSIBLE = "responsible";
}
