package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * A request for more time or for a pause of the resolve clock.
 *
 * @param days      of the clock's own calendar for more time, of 24 hours for a pause
 * @param askedBy   user id
 * @param decidedBy user id of another person; null while nobody decided
 * @param granted   null while nobody decided
 */
public record LimitChange(
        long id,
        String appeal,
        int round,
        Type type,
        Reason reason,
        int days,
        String explanation,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Boolean granted) {

    /** What is asked for. The code is what the form and {@code limit-change.dmn} say. */
    public enum Type {
        EXTEND("extend", "延期"),
        PAUSE("pause", "暂停计时");

        private final String code;
        private final String label;

        Type(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        /** The Chinese word for it. */
        public String label() {
            return label;
        }
    }

    /** Why. The ledger keeps the code; what else there is to say stands on the timeline. */
    public enum Reason {
        awaitResident("等待居民补充材料"),
        thirdParty("等待鉴定或第三方意见"),
        legalProcedure("进入法定程序"),
        weather("天气或不可抗力"),
        complexity("情况复杂需多方协调");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** The Chinese words for it. */
        public String label() {
            return label;
        }
    }

    public Duration length() {
        return Duration.ofDays(days);
    }

    /** Such as {@code 延期 5 天（情况复杂需多方协调）}. */
    public String words() {
        return type.label() + " " + days + " 天（" + reason.label() + "）";
    }
}
