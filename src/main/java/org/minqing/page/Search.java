package org.minqing.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.springframework.web.util.UriComponentsBuilder;

/** The fields of a search while they are read: what was given, and all that is wrong with it. */
public final class Search {

    private static final int MOST_PAGES = 1_000_000;

    private final Map<String, String> given;
    private final List<FieldProblem> problems = new ArrayList<>();

    /** @param given as {@link org.minqing.problem.Parameters} reads them */
    public Search(Map<String, String> given) {
        this.given = given;
    }

    /**
     * The value of a field; a problem is noted if {@code reading} finds none.
     *
     * @return null if the field was left out or is wrong
     */
    public <T> T one(String field, String zh, String en, Function<String, Optional<T>> reading) {
        var text = given.get(field);
        if (text == null) {
            return null;
        }
        var value = reading.apply(text);
        if (value.isEmpty()) {
            wrong(field, zh, en);
        }
        return value.orElse(null);
    }

    /** The number of the page in field {@code page}, from 1; the first if it was left out. */
    public int page() {
        var page = one(
                "page",
                "页码应是 1 到 " + MOST_PAGES,
                "must be a page number",
                text -> number(text).filter(n -> n >= 1 && n <= MOST_PAGES));
        return page == null ? 1 : page;
    }

    /** How many pages hold so many, with {@code size} on each; one if there is none. */
    public static long pages(long total, int size) {
        return Math.max(1, (total + size - 1) / size);
    }

    /** How many come before that page, with {@code size} on each. */
    public static long before(int page, int size) {
        return (page - 1L) * size;
    }

    /** Notes what is wrong with fields taken together. */
    public void wrong(String field, String zh, String en) {
        problems.add(new FieldProblem(field, zh, en));
    }

    /** @throws InvalidInput naming each field that is wrong, if there is one */
    public void refuse() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** Those of the given fields that make the search, without the page. */
    public Map<String, String> typed(Collection<String> fields) {
        var typed = new LinkedHashMap<>(given);
        typed.keySet().retainAll(fields);
        return typed;
    }

    /** Reads the name of a constant. */
    public static <E extends Enum<E>> Function<String, Optional<E>> of(E[] values) {
        return text -> Arrays.stream(values).filter(v -> v.name().equals(text)).findFirst();
    }

    /** A whole number of up to seven digits. */
    public static Optional<Integer> number(String text) {
        return Optional.of(text).filter(t -> t.matches("[0-9]{1,7}")).map(Integer::valueOf);
    }

    /** The search as the end of an address, with a question mark in front; empty for all. */
    public static String query(Map<String, String> typed) {
        var uri = UriComponentsBuilder.newInstance();
        typed.forEach((field, value) -> uri.queryParam(field, "{" + field + "}"));
        var query = uri.encode().buildAndExpand(typed).getQuery();
        return query == null ? "" : "?" + query;
    }
}
