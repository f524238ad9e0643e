package org.minqing.appeal.kind;

import java.util.List;
import java.util.Optional;

/** The categories of appeals a locality knows: the rows of its {@code responsible-unit} decision, and nothing else. */
public interface Categories {

    /**
     * @param code such as {@code street-lighting}
     * @param name what residents read
     */
    record Category(String code, String name) {}

    /** In the order of the table. */
    List<Category> of(String locality);

    default Optional<Category> find(String locality, String code) {
        return of(locality).stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The Chinese name, or the code itself for an appeal whose category was removed from the table. */
    default String nameOf(String locality, String code) {
        return find(locality, code).map(Category::name).orElse(code);
    }
}
