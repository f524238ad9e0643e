package org.minqing.appeal.kind;

import java.util.List;
import java.util.Optional;

/** The types of appeals (诉求类型) that a locality takes: the rows of its {@code appeal-type} decision, and nothing else. */
public interface AppealTypes {

    /** What somebody means who does not say it: help. */
    String UNSAID = "help";

    /**
     * @param code such as {@code consultation}
     * @param name what residents read
     */
    record AppealType(String code, String name) {}

    /** In the order of the table. */
    List<AppealType> typesOf(String locality);

    default Optional<AppealType> findType(String locality, String code) {
        return typesOf(locality).stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /** The Chinese name, or the code itself for an appeal whose type was removed from the table. */
    default String typeName(String locality, String code) {
        return findType(locality, code).map(AppealType::name).orElse(code);
    }
}
