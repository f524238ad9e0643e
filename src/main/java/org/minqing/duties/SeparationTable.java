package org.minqing.duties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.code.Coded;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The rules of {@code separation.yml}. */
@Component
public class SeparationTable {

    private static final String NAME = "separation.yml";

    private record Row(String duty, List<String> after, String within, String zh, String en, String source) {}

    private record File(List<Row> exclusions) {}

    private final List<Exclusion> exclusions;

    /** @throws IllegalStateException naming the row that cannot be used */
    @Autowired
    SeparationTable() {
        this(new PolicyFile(NAME));
    }

    SeparationTable(PolicyFile file) {
        this(file.read(File.class).exclusions().stream()
                .map(SeparationTable::exclusion)
                .toList());
    }

    private SeparationTable(List<Exclusion> exclusions) {
        this.exclusions = List.copyOf(exclusions);
        check();
    }

    /** In the order of the file. */
    public List<Exclusion> exclusions() {
        return exclusions;
    }

    List<Exclusion> of(Duty duty) {
        return exclusions.stream().filter(row -> row.duty() == duty).toList();
    }

    /** A copy that lacks one rule. */
    SeparationTable without(Exclusion removed) {
        return new SeparationTable(
                exclusions.stream().filter(row -> row != removed).toList());
    }

    private static Exclusion exclusion(Row row) {
        var where = NAME + ": " + row.duty() + " " + row.after();
        if (row.zh().isBlank() || row.en().isBlank() || row.source().isBlank()) {
            throw new IllegalStateException(where + ": zh, en and source say why");
        }
        if (row.after().isEmpty()) {
            throw new IllegalStateException(where + ": after is empty");
        }
        var after = row.after().stream()
                .map(code -> word(Duty.class, code, where))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
        return new Exclusion(
                word(Duty.class, row.duty(), where),
                Set.copyOf(after),
                word(Within.class, row.within(), where),
                row.zh(),
                row.en(),
                row.source());
    }

    private static <E extends Enum<E> & Coded> E word(Class<E> list, String code, String where) {
        return Coded.find(list, code)
                .orElseThrow(() -> new IllegalStateException(where + ": " + code + " is none of "
                        + Arrays.stream(list.getEnumConstants())
                                .map(Coded::code)
                                .toList()));
    }

    private void check() {
        var seen = new ArrayList<Exclusion>();
        for (var row : exclusions) {
            if (row.after().contains(row.duty())) {
                throw new IllegalStateException(
                        NAME + ": " + row.duty().code() + " excludes itself: nobody could go on with what he began");
            }
            seen.forEach(before -> compare(before, row));
            seen.add(row);
        }
    }

    /** The same twice is a slip; both ways is one rule, and one rule looks back as far on both sides. */
    private static void compare(Exclusion one, Exclusion other) {
        var pair = other.duty().code() + " after " + one.duty().code();
        if (one.duty() == other.duty() && one.after().stream().anyMatch(other.after()::contains)) {
            throw new IllegalStateException(
                    NAME + ": two rows about " + one.duty().code() + " after the same duty");
        }
        if (one.after().contains(other.duty())
                && other.after().contains(one.duty())
                && one.within() != other.within()) {
            throw new IllegalStateException(NAME + ": " + pair + " and the other way round, but "
                    + one.within().code() + " and " + other.within().code());
        }
    }
}
