package org.minqing.household.coverage;

/**
 * What lies with one person.
 *
 * @param person  user id
 * @param waiting of them, those with whom nobody was for long
 */
public record Load(String person, long households, long waiting, Standing standing) {

    /** Beside what households.yml says is usual (S4-3). */
    public enum Standing {
        NONE("没有", "○", "soon"),
        FEW("偏少", "▽", ""),
        USUAL("合适", "", ""),
        MANY("偏多", "▲", "soon");

        private final String label;
        private final String sign;
        private final String style;

        Standing(String label, String sign, String style) {
            this.label = label;
            this.sign = sign;
            this.style = style;
        }

        public String label() {
            return label;
        }

        public String sign() {
            return sign;
        }

        public String style() {
            return style;
        }

        static Standing of(long households, int from, int to) {
            if (households == 0) {
                return NONE;
            }
            if (households < from) {
                return FEW;
            }
            return households > to ? MANY : USUAL;
        }
    }
}
