package org.minqing.household;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.minqing.code.Coded;

/**
 * A kind of people to look after (重点群体), as a locality has it.
 *
 * @param symbol    one character that stands for it where there is little room
 * @param sensitive whether it tells of health, minors or poverty
 * @param weight    how much it tells that somebody is at risk
 */
public record KeyGroup(String code, String name, String symbol, boolean sensitive, Weight weight) {

    /** From the least to the most, as {@code household-colour.dmn} asks for it. */
    public enum Weight implements Coded {
        @JsonProperty("none")
        NONE("none"),
        @JsonProperty("raised")
        RAISED("raised"),
        @JsonProperty("high")
        HIGH("high");

        private final String code;

        Weight(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
