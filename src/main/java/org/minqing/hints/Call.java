package org.minqing.hints;

/**
 * Whom to call before anything else.
 *
 * @param number such as 119
 * @param why    the name of the danger
 */
public record Call(String number, String why) {

    /** As whoever files it reads it. */
    public String words() {
        return "有人身危险请立即拨打" + number + "（" + why + "）";
    }
}
