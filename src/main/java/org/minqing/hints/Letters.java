package org.minqing.hints;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as words are looked for in it: signs of one width, small letters, and nothing but letters and digits. Where something
 * was left out, a clause or a sentence may have ended.
 */
final class Letters {

    private static final String ENDS_A_SENTENCE = "。?;\n";

    private final StringBuilder signs = new StringBuilder();
    private int[] clauses = new int[64];
    private int[] sentences = new int[64];

    /** Of what is called something; what does not belong together, such as title and description, ends a sentence. */
    static Letters of(String... texts) {
        var letters = new Letters();
        int clause = 0;
        int sentence = 0;
        for (var text : texts) {
            // Numbers go on: they only tell places apart.
            clause++;
            sentence++;
            var plain = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            for (int i = 0; i < plain.length(); i++) {
                int sign = plain.codePointAt(i);
                boolean wide = Character.isSupplementaryCodePoint(sign);
                if (Character.isLetterOrDigit(sign)) {
                    letters.add(plain.charAt(i), clause, sentence);
                    if (wide) {
                        letters.add(plain.charAt(i + 1), clause, sentence);
                    }
                } else {
                    clause += Character.isWhitespace(sign) && sign != '\n' ? 0 : 1;
                    sentence += ENDS_A_SENTENCE.indexOf(sign) < 0 ? 0 : 1;
                }
                i += wide ? 1 : 0;
            }
        }
        return letters;
    }

    private void add(char sign, int clause, int sentence) {
        if (signs.length() == clauses.length) {
            clauses = Arrays.copyOf(clauses, 2 * clauses.length);
            sentences = Arrays.copyOf(sentences, 2 * sentences.length);
        }
        clauses[signs.length()] = clause;
        sentences[signs.length()] = sentence;
        signs.append(sign);
    }

    boolean sameClause(int one, int other) {
        return clauses[one] == clauses[other];
    }

    boolean sameSentence(int one, int other) {
        return sentences[one] == sentences[other];
    }

    @Override
    public String toString() {
        return signs.toString();
    }
}
