package org.minqing.proof.mould;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that copy the rows of one appeal, read from the columns that the tables have. */
final class CloneSql {

    /** What a statement takes: the number and the instance that are copied, and the serials of the copies. */
    private static final String FROM =
            " from %1$s t cross join generate_series(:first, :last) s(n) where %2$s order by s.n";

    private static final String NUMBER = "regexp_replace(:number, '[^-]+$', 'C' || lpad(s.n::text, 7, '0'))";
    private static final String TASKS = "in (select id_ from act_ru_task where proc_inst_id_ = :instance)";

    /** An id of the engine is a UUID, or ends in one; the copy differs in its last twelve digits. */
    private static final String ID = "left(t.%s, -12) || 'c' || lpad(to_hex(s.n), 11, '0')";

    private static final Pattern IDS = Pattern.compile("id_|\\w+_id_|var_scope_");
    private static final Pattern OTHER_IDS =
            Pattern.compile("(\\w+_)?(def|deployment|tenant|user|group|act|clause|rule|assigner|dec_req)_id_");

    /** The database gives them. */
    private static final Map<String, Set<String>> GIVEN =
            Map.of("sla_ledger", Set.of("id", "seq", "prev_hash", "hash"));

    private final Map<String, List<String>> columns = new TreeMap<>();

    CloneSql(JdbcClient jdbc) {
        jdbc.sql("""
                select table_name, column_name from information_schema.columns
                where table_schema = 'public' and is_identity = 'NO' order by ordinal_position""").query(rs -> {
            columns.computeIfAbsent(rs.getString(1), t -> new ArrayList<>()).add(rs.getString(2));
        });
    }

    /** In an order in which every row finds what it refers to. */
    List<String> statements() {
        var all = new ArrayList<String>();
        all.add(copy("appeal", "t.number = :number"));
        for (var table : List.of("appeal_original", "appeal_contact", "appeal_event", "sla_clock", "sla_timer")) {
            all.add(copy(table, "t.appeal = :number"));
        }
        all.add(copy("sla_ledger", "t.appeal = :number") + ", t.seq");
        all.add(copy("act_ge_bytearray", "t.root_proc_inst_id_ = :instance"));
        for (var table : List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_event_subscr")) {
            all.add(copy(table, "t.proc_inst_id_ = :instance"));
        }
        all.add(copy("act_ru_job", "t.process_instance_id_ = :instance"));
        all.add(copy("act_ru_identitylink", "t.task_id_ " + TASKS));
        all.add(copy("act_ru_authorization", "t.resource_id_ " + TASKS));
        columns.forEach((table, names) -> {
            if (table.startsWith("act_hi_") && names.contains("root_proc_inst_id_")) {
                all.add(copy(table, "t.root_proc_inst_id_ = :instance"));
            }
        });
        return all;
    }

    private String copy(String table, String rows) {
        var names = new ArrayList<>(columns.get(table));
        names.removeAll(GIVEN.getOrDefault(table, Set.of()));
        return "insert into " + table + " (" + String.join(", ", names) + ") select "
                + names.stream().map(name -> value(table, name)).collect(Collectors.joining(", "))
                + FROM.formatted(table, rows);
    }

    /** Whether a column of the engine's holds the id of something that belongs to one appeal. */
    static boolean ofOneAppeal(String column) {
        return IDS.matcher(column).matches() && !OTHER_IDS.matcher(column).matches();
    }

    private static String value(String table, String column) {
        if (table.startsWith("act_")) {
            return column.equals("business_key_")
                    ? "case when t.business_key_ = :number then " + NUMBER + " end"
                    : ofOneAppeal(column) ? ID.formatted(column) : "t." + column;
        }
        return switch (column) {
            case "number", "appeal" -> NUMBER;
            case "tracking_code" -> "'CLONE' || lpad(s.n::text, 11, '0')";
            default -> "t." + column;
        };
    }
}
