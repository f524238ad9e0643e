package org.minqing.household.sheet;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.code.Coded;
import org.minqing.household.HouseholdReading;
import org.minqing.household.KeyGroup;
import org.minqing.household.Member;
import org.minqing.household.OwnerKind;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;
import org.minqing.organisation.UnitTree;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;

/** Reads the rows of one sheet, each by itself, and says at each column what is wrong. */
final class RowReader {

    /** What is null was left out, or is wrong. */
    record ReadRow(
            int number,
            String unit,
            String address,
            String worker,
            String covering,
            Member.About about,
            String note,
            boolean wrong) {}

    private final Locality locality;
    private final List<Locality> others;
    private final List<KeyGroup> groups;
    private final NamedPeople people;
    private final LocalDate today;
    private final int longestNote;
    /** Codes of the smallest units by their names and codes. */
    private final Map<String, String> units = new HashMap<>();

    private Consumer<RowError> errors;
    private PlacedColumns columns;
    private int number;
    private boolean wrong;
    private int strangers;

    RowReader(
            Locality locality,
            Localities all,
            List<KeyGroup> groups,
            NamedPeople people,
            LocalDate today,
            int longestNote) {
        this.locality = locality;
        this.others = all.all().stream().filter(one -> one != locality).toList();
        this.groups = groups;
        this.people = people;
        this.today = today;
        this.longestNote = longestNote;
        UnitTree.smallest(locality).forEach(unit -> {
            units.put(unit.name(), unit.code());
            units.put(unit.code(), unit.code());
        });
    }

    /** How many rows named no unit of this locality. */
    int strangers() {
        return strangers;
    }

    /** @param errors hears what is wrong */
    ReadRow read(int number, Map<SheetColumn, String> cells, PlacedColumns columns, Consumer<RowError> errors) {
        this.number = number;
        this.columns = columns;
        this.errors = errors;
        wrong = false;
        var unit = unit(cells);
        var address = address(cells);
        var about = about(cells);
        return new ReadRow(
                number,
                unit,
                address,
                named(cells.get(SheetColumn.WORKER), SheetColumn.WORKER, unit, OwnerKind.WORKER),
                named(cells.get(SheetColumn.COVERING), SheetColumn.COVERING, unit, OwnerKind.COVERING),
                about,
                note(cells.get(SheetColumn.NOTE)),
                wrong);
    }

    private void wrong(SheetColumn column, String zh) {
        wrong = true;
        errors.accept(new RowError(number, columns.heading(column), zh));
    }

    private String unit(Map<SheetColumn, String> cells) {
        var whose = cells.get(SheetColumn.LOCALITY);
        if (whose != null && !whose.equals(locality.name()) && !whose.equals(locality.code())) {
            strangers++;
            wrong(SheetColumn.LOCALITY, "不是" + locality.name() + "的，请交给那个镇街导入");
            return null;
        }
        var text = cells.get(SheetColumn.UNIT);
        if (text == null) {
            wrong(SheetColumn.UNIT, "请填住户所在的最小单位");
            return null;
        }
        var code = units.get(text);
        if (code == null) {
            strange(text);
        }
        return code;
    }

    private void strange(String text) {
        if (named(locality, text).isPresent()) {
            wrong(SheetColumn.UNIT, "请写到最小的单位");
            return;
        }
        strangers++;
        var whose = others.stream().filter(one -> named(one, text).isPresent()).findFirst();
        wrong(SheetColumn.UNIT, whose.map(one -> "这是" + one.name() + "的单位").orElse(locality.name() + "没有这个单位"));
    }

    private static Optional<Unit> named(Locality locality, String text) {
        return locality.units().stream()
                .filter(unit -> unit.name().equals(text) || unit.code().equals(text))
                .findFirst();
    }

    private String address(Map<SheetColumn, String> cells) {
        var given = new HashMap<String, String>();
        // Of the unit has been spoken already.
        given.put("unit", units.values().iterator().next());
        put(given, "address", cells.get(SheetColumn.ADDRESS));
        return checked(() -> HouseholdReading.household(locality, given, today).address());
    }

    private Member.About about(Map<SheetColumn, String> cells) {
        var given = new HashMap<String, String>();
        put(given, "fullName", cells.get(SheetColumn.NAME));
        put(given, "relation", cells.get(SheetColumn.RELATION));
        put(
                given,
                "born",
                plain(cells.get(SheetColumn.BORN)).map(BornCell::read).orElse(null));
        put(given, "telephone", plain(cells.get(SheetColumn.TELEPHONE)).orElse(null));
        put(given, "groups", codes(cells.get(SheetColumn.GROUPS)));
        return checked(() -> HouseholdReading.member(groups, given, today));
    }

    private interface Reading<T> {
        T read();
    }

    private <T> T checked(Reading<T> reading) {
        try {
            return reading.read();
        } catch (InvalidInput e) {
            e.problems().forEach(problem -> wrong(Coded.of(SheetColumn.class, problem.field()), problem.zh()));
            return null;
        }
    }

    /** What is no group of the locality stays what it is, and is refused as such. */
    private String codes(String text) {
        return text == null
                ? null
                : Stream.of(text.split("[、,，;；/\\s]+"))
                        .filter(name -> !name.isEmpty())
                        .map(name -> groups.stream()
                                .filter(group -> group.name().equals(name))
                                .map(KeyGroup::code)
                                .findFirst()
                                .orElse(name))
                        .collect(Collectors.joining(","));
    }

    private String named(String text, SheetColumn column, String unit, OwnerKind kind) {
        if (text == null || unit == null) {
            return null;
        }
        var found = people.find(unit, kind, text);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (text.split("[、,，;；/\\s]+").length > 1) {
            wrong(column, "只能写一位");
        } else {
            wrong(column, found.isEmpty() ? "这一位不在这个单位担任相应岗位" : "有同名的人，请写用户名");
        }
        return null;
    }

    private String note(String text) {
        if (text != null) {
            TextRule.flaw("line", text, longestNote).ifPresent(flaw -> wrong(SheetColumn.NOTE, flaw.zh()));
        }
        return text;
    }

    private static void put(Map<String, String> given, String field, String text) {
        if (text != null) {
            given.put(field, text);
        }
    }

    /** Digits are digits, however wide somebody typed them. */
    private static Optional<String> plain(String text) {
        return Optional.ofNullable(text).map(t -> Normalizer.normalize(t, Normalizer.Form.NFKC));
    }
}
