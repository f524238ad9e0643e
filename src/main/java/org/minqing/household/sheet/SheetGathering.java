package org.minqing.household.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.minqing.file.SheetReader;
import org.minqing.household.HouseholdRows;
import org.minqing.household.sheet.RowReader.ReadRow;
import org.minqing.problem.InvalidInput;

/** Puts the rows of a sheet together to households, and says where they contradict each other. */
final class SheetGathering implements Consumer<SheetReader.Row> {

    private static final String HOUSEHOLDER = "户主";

    /** @param wrong how many households were left out, because something of them is wrong */
    record Read(List<ListedHousehold> households, List<RowError> errors, int rows, int wrong) {}

    private static final class Gathered {
        private int row;
        private String unit;
        private String address;
        private String worker;
        private String covering;
        private boolean wrong;
        private final List<ListedHousehold.Person> people = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
    }

    private record Seen(int row, Gathered household) {}

    private final Map<SheetColumn, List<String>> known;
    private final RowReader reader;
    private final int mostMembers;
    private final Map<String, Gathered> households = new LinkedHashMap<>();
    private final Map<String, Seen> people = new HashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private PlacedColumns columns;
    private int rows;

    SheetGathering(Map<SheetColumn, List<String>> known, RowReader reader, int mostMembers) {
        this.known = known;
        this.reader = reader;
        this.mostMembers = mostMembers;
    }

    @Override
    public void accept(SheetReader.Row row) {
        if (columns == null) {
            columns = new PlacedColumns(known, row.cells());
            return;
        }
        var cells = columns.cells(row.cells());
        if (!cells.isEmpty()) {
            rows++;
            gather(reader.read(row.number(), cells, columns, errors::add));
        }
    }

    private void gather(ReadRow row) {
        var key = row.address() == null ? "row " + row.number() : HouseholdRows.key(row.address());
        var household = households.computeIfAbsent(key, k -> begun(row));
        household.wrong |= row.wrong();
        household.unit = one(household, row, household.unit, row.unit(), SheetColumn.UNIT, "写的是另一个单位，一户只能在一个单位");
        household.worker = one(household, row, household.worker, row.worker(), SheetColumn.WORKER, "写的是另一位，一户只有一位");
        household.covering =
                one(household, row, household.covering, row.covering(), SheetColumn.COVERING, "写的是另一位，一户只有一位");
        if (row.note() != null && !household.notes.contains(row.note())) {
            household.notes.add(row.note());
        }
        if (row.about() != null) {
            person(household, new ListedHousehold.Person(row.number(), row.about()));
        }
    }

    private static Gathered begun(ReadRow row) {
        var household = new Gathered();
        household.row = row.number();
        household.address = row.address();
        return household;
    }

    /** What all rows of a household that say it at all have to say alike. */
    private String one(Gathered household, ReadRow row, String before, String now, SheetColumn column, String wrong) {
        if (before != null && now != null && !before.equals(now)) {
            wrong(household, row.number(), column, "同一地址的第 " + household.row + " 行" + wrong);
        }
        return before == null ? now : before;
    }

    private void person(Gathered household, ListedHousehold.Person person) {
        var twice = household.people.stream()
                .filter(one -> SamePerson.may(one.about(), person.about()))
                .findFirst();
        if (twice.isPresent()) {
            wrong(household, person.row(), SheetColumn.NAME, "和第 " + twice.get().row() + " 行是同一个人");
        } else if (SamePerson.certain(person.about())) {
            elsewhere(household, person);
        }
        household.people.add(person);
        if (household.people.size() == mostMembers + 1) {
            wrong(household, person.row(), SheetColumn.ADDRESS, "一户最多 " + mostMembers + " 人");
        }
    }

    /** Which of the two is right nobody can tell, so neither is brought in. */
    private void elsewhere(Gathered household, ListedHousehold.Person person) {
        var seen = people.putIfAbsent(SamePerson.key(person.about()), new Seen(person.row(), household));
        if (seen != null) {
            wrong(household, person.row(), SheetColumn.NAME, "和第 " + seen.row() + " 行是同一个人，一个人只能在一户");
            wrong(seen.household(), seen.row(), SheetColumn.NAME, "和第 " + person.row() + " 行是同一个人，一个人只能在一户");
        }
    }

    private void wrong(Gathered household, int row, SheetColumn column, String zh) {
        household.wrong = true;
        errors.add(new RowError(row, columns.heading(column), zh));
    }

    /** @throws InvalidInput if there is nothing in it, or it is the sheet of another locality */
    Read read() {
        if (rows == 0) {
            throw new InvalidInput("sheet", "表头下面没有内容", "names nobody");
        }
        if (reader.strangers() == rows) {
            throw new InvalidInput(
                    "sheet",
                    "没有一行是本镇街的单位（例如第 " + errors.get(0).row() + " 行："
                            + errors.get(0).wrong() + "），是不是别的镇街的表格？",
                    "is of another locality: no row names a unit of this one");
        }
        var right = households.values().stream().filter(one -> !one.wrong).toList();
        return new Read(
                right.stream().map(SheetGathering::listed).toList(),
                errors.stream().distinct().toList(),
                rows,
                households.size() - right.size());
    }

    /** The householder goes before the others, wherever his row stands. */
    private static ListedHousehold listed(Gathered one) {
        var people = one.people.stream()
                .sorted(Comparator.comparing(
                        (ListedHousehold.Person p) -> !Objects.equals(p.about().relation(), HOUSEHOLDER)))
                .toList();
        return new ListedHousehold(
                one.row, one.unit, one.address, one.worker, one.covering, people, List.copyOf(one.notes));
    }
}
