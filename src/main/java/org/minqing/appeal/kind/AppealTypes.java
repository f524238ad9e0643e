package org.minqing.appeal.kind;

import java.util.List;
import java.util.Optional;

/** The types of appeals (诉求类型) that a locality takes: the rows of its {@code appeal-type} decision, and nothing else. */
public interface AppealTypes {

    /** What somebody means who does not say it: help. */
    String UNSAID = "help";

    /**
     * @param code such as {@code consultation}
     * @param name    what residents read
     * @param meaning what residents read behind it: when it is the right one, and what happens then
     */
    record AppealType(String code, String name, String meaning) {}

    /** In the order of the table. */
    List<AppealType> typesOf(String locality);

    /** Codes of the results that an appeal of that type may have when it is taken that way, in the order of the table. */
    List<String> outcomesOf(String locality, String type, String track);

    default Optional<AppealType> findType(String locality, String code) {
        return typesOf(locality).stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /** The Chinese name, or the code itself for an appeal whose type was removed from the table. */
    default String typeName(String locality, String code) {
        return findType(locality, code).map(AppealType::name).orElse(code);
    }
}
