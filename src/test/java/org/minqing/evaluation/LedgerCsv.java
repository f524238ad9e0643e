package org.minqing.evaluation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The exported ledger as an outsider reads it: with nothing of ours. */
final class LedgerCsv {

    record Fact(
            String appeal,
            String clock,
            int round,
            int seq,
            String kind,
            Instant at,
            Instant due,
            String unit,
            String detail) {}

    private LedgerCsv() {}

    static List<Fact> facts(String csv) {
        var records = records(csv.replace("\ufeff", ""));
        var header = records.get(0);
        var facts = new ArrayList<Fact>();
        for (var cells : records.subList(1, records.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            if (cells.get(0).equals("ROW")) {
                facts.add(fact(row));
            }
        }
        return facts;
    }

    private static Fact fact(Map<String, String> row) {
        return new Fact(
                row.get("appeal"),
                row.get("clock"),
                Integer.parseInt(row.get("round")),
                Integer.parseInt(row.get("seq")),
                row.get("kind"),
                time(row.get("occurred_at")),
                time(row.get("due_at")),
                row.get("unit"),
                row.get("detail"));
    }

    private static Instant time(String text) {
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }

    /** Quotes around a cell, two of them for one inside it. */
    private static List<List<String>> records(String csv) {
        var records = new ArrayList<List<String>>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : csv.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
                cell.append(c);
            } else if (c != '\r') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(cells));
                    cells.clear();
                }
            }
        }
        return records;
    }
}
