package org.minqing.hints;

/**
 * A hint that was noted with an appeal.
 *
 * @param loweredBy unit and post of whoever found that it is not so; null while nobody has
 * @param reason    what he gives for it; null likewise
 */
public record NotedHint(Hint hint, String loweredBy, String reason) {

    /** As staff read it: the word, what it hints at, and who thinks otherwise. */
    public String words() {
        return loweredBy == null ? hint.words() : hint.words() + "（已由" + loweredBy + "认定不成立：" + reason + "）";
    }
}
