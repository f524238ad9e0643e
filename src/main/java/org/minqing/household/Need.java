package org.minqing.household;

import java.time.LocalDate;
import java.util.UUID;
import org.minqing.code.Coded;

/**
 * What a household needs (需求).
 *
 * @param weekday 1 for Monday; 0 unless weekly
 * @param day     of the month, its last where the month is shorter; 0 unless monthly
 */
public record Need(UUID id, String what, Rhythm rhythm, int weekday, int day, LocalDate since) {

    /** How often somebody is to see to it (多久一次). */
    public enum Rhythm implements Coded {
        ONCE("once", "一次"),
        WEEKLY("weekly", "每周"),
        MONTHLY("monthly", "每月");

        private final String code;
        private final String label;

        Rhythm(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    /** Such as 每周三; that alone tells nothing of what it is. */
    public String when() {
        return switch (rhythm) {
            case ONCE -> rhythm.label();
            case WEEKLY -> rhythm.label() + "一二三四五六日".charAt(weekday - 1);
            case MONTHLY -> rhythm.label() + " " + day + " 日";
        };
    }
}
