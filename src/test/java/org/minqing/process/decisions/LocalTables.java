package org.minqing.process.decisions;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/** The tables that judge the appeals of one locality, in the order in which they are asked, some of them changed for a test. */
record LocalTables(PlainTable type, PlainTable urgency, PlainTable ladder, PlainTable unit, PlainTable limits) {

    static final List<String> LOCALITIES = List.of("ganshui", "matou", "shibu", "xinanjie", "zhangjiashan");

    private static final Map<DecisionFile, PlainTable> READ = new ConcurrentHashMap<>();

    /** One locality for each set of tables: those without a table of their own are judged alike. */
    static List<String> differing() {
        var seen = new HashSet<List<String>>();
        return LOCALITIES.stream()
                .filter(locality ->
                        seen.add(of(locality).judging().map(PlainTable::name).toList()))
                .toList();
    }

    static LocalTables of(String locality) {
        return new LocalTables(
                plain(locality, "appeal-type"),
                plain(locality, "urgency"),
                plain(locality, "handling-tier"),
                plain(locality, "responsible-unit"),
                plain(locality, "time-limits"));
    }

    static PlainTable plain(String locality, String name) {
        return plain(DecisionFile.of(locality, name));
    }

    static PlainTable plain(DecisionFile file) {
        return READ.computeIfAbsent(file, LocalTables::read);
    }

    private static PlainTable read(DecisionFile file) {
        return PlainTable.of(file.toString(), (DecisionTable) file.decision().getExpression());
    }

    Stream<PlainTable> judging() {
        return Stream.of(urgency, ladder, unit, limits);
    }

    LocalTables changed(PlainTable table) {
        return new LocalTables(
                type,
                table.name().equals(urgency.name()) ? table : urgency,
                table.name().equals(ladder.name()) ? table : ladder,
                table.name().equals(unit.name()) ? table : unit,
                table.name().equals(limits.name()) ? table : limits);
    }

    /** Of one table alone: each is checked without the others. */
    static List<String> faults(PlainTable table) {
        return switch (table.name().substring(table.name().indexOf('/') + 1)) {
            case "urgency" -> LawAndDanger.ofUrgency(table);
            case "handling-tier" -> LawAndDanger.ofLadder(table);
            case "responsible-unit" -> LawAndDanger.ofUnit(table);
            default -> LawAndDanger.ofLimits(table);
        };
    }

    List<String> faults() {
        return LawAndDanger.faults(urgency, ladder, unit, limits);
    }
}
