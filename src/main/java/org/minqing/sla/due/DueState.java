package org.minqing.sla.due;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.minqing.code.Coded;

/**
 * How something stands to its limit. Sign and word go together wherever a colour does: nobody has to tell red from green.
 * The scripts of the engine's pages hold the same signs; a test compares them.
 */
@JsonFormat(shape = JsonFormat.Shape.OBJECT)
public enum DueState implements Coded {
    /** Its limit is over. */
    LATE("late", "●", "已超时"),
    /** Its reminder has come, and its limit is not over. */
    SOON("soon", "▲", "即将超时"),
    LATER("later", "○", "时限内"),
    /** Nothing runs. */
    NONE("none", "–", "没有时限");

    private final String code;
    private final String sign;
    private final String label;

    DueState(String code, String sign, String label) {
        this.code = code;
        this.sign = sign;
        this.label = label;
    }

    /** In addresses and files, and as the class in the style sheets. */
    @Override
    @JsonProperty("state")
    public String code() {
        return code;
    }

    @JsonProperty("sign")
    public String sign() {
        return sign;
    }

    /** The Chinese word for it. */
    @JsonProperty("name")
    public String label() {
        return label;
    }
}
