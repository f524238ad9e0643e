package org.minqing.sla.calendar;

import java.util.List;
import java.util.stream.Collectors;

/** A yearly file that cannot be used. Names the file and every fault in it, in Chinese and English. */
public class CalendarFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CalendarFileException(String file, List<Fault> faults) {
        super("放假安排文件 " + file + " 不能使用 The calendar file cannot be used: "
                + faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
    }

    CalendarFileException(String file, String entry, String zh, String en) {
        this(file, List.of(new Fault(entry, zh, en)));
    }

    /** @param entry where in the file, such as {@code holidays[2].to} */
    record Fault(String entry, String zh, String en) {

        @Override
        public String toString() {
            return entry + "：" + zh + " (" + en + ")";
        }
    }
}
