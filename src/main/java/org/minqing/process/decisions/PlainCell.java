package org.minqing.process.decisions;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A condition that an official can read aloud: {@code true} or {@code false}, a list of quoted codes, or a comparison with a
 * number. What is written so can be checked whole, without the engine.
 *
 * @param codes      what it lists; empty for a comparison
 * @param comparison one of {@code >=}, {@code <=}, {@code >}, {@code <} and nothing for equal; null for a list
 */
record PlainCell(Set<String> codes, String comparison, int bound) {

    private static final Pattern CODES = Pattern.compile("true|false|\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|)\\s*(\\d{1,9})");

    static boolean isOpen(String text) {
        return text.isEmpty() || text.equals("-");
    }

    /** @throws IllegalArgumentException if the cell says something else */
    static PlainCell of(String text) {
        if (CODES.matcher(text).matches()) {
            var codes = Stream.of(text.split(",")).map(code -> code.strip().replace("\"", ""));
            return new PlainCell(Set.copyOf(codes.distinct().toList()), null, 0);
        }
        var comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            return new PlainCell(Set.of(), comparison.group(1), Integer.parseInt(comparison.group(2)));
        }
        throw new IllegalArgumentException("“" + text + "”不能检查，只能写 -、true、false、带引号的代码或者和一个数比较。"
                + "The cell is none that can be checked: write -, true, false, quoted codes or a comparison.");
    }

    /** What is not known fits no condition. */
    boolean fits(Object fact) {
        if (comparison == null) {
            return fact != null && codes.contains(fact.toString());
        }
        if (!(fact instanceof Integer number)) {
            return false;
        }
        return switch (comparison) {
            case ">=" -> number >= bound;
            case "<=" -> number <= bound;
            case ">" -> number > bound;
            case "<" -> number < bound;
            default -> number == bound;
        };
    }

    boolean isFlag() {
        return List.of("true", "false").containsAll(codes) && comparison == null;
    }

    /** The numbers on both sides of where the answer changes; none for a list. */
    Stream<Integer> edges() {
        if (comparison == null) {
            return Stream.of();
        }
        return switch (comparison) {
            case ">=", "<" -> Stream.of(bound - 1, bound);
            case ">", "<=" -> Stream.of(bound, bound + 1);
            default -> Stream.of(bound - 1, bound, bound + 1);
        };
    }
}
