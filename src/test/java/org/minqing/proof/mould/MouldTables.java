package org.minqing.proof.mould;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables that hold rows of one appeal, found by their columns, so that tables and columns that come later are copied
 * too; and what a copy has in each column.
 */
final class MouldTables {

    /**
     * Kept for thirty days, with a key that is unique whatever it says; and what belongs to the instances beside that of the
     * handling, which are not copied either.
     */
    private static final Set<String> NOT_COPIED =
            Set.of("idempotency_key", "joint_request", "joint_opinion", "joint_step", "claim_order", "claim_step");

    /** Of the engine's history, what every copy has; steps, tasks, decisions and logs are nine tenths of the bytes. */
    private static final Set<String> ALWAYS = Set.of("act_hi_procinst");

    private static final String TASKS = "(select id_ from public.act_ru_task where proc_inst_id_ = %s)";

    private record Column(String name, boolean time, boolean given) {}

    private final Map<String, List<Column>> columns = new TreeMap<>();

    MouldTables(JdbcClient jdbc) {
        jdbc.sql("""
                select c.table_name, c.column_name, c.data_type like 'timestamp%', c.is_identity = 'YES'
                from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by ordinal_position""").query(rs -> {
            columns.computeIfAbsent(rs.getString(1), t -> new ArrayList<>())
                    .add(new Column(rs.getString(2), rs.getBoolean(3), rs.getBoolean(4)));
        });
        columns.keySet().removeIf(table -> NOT_COPIED.contains(table) || ofOne(table, "", "") == null);
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** The condition for rows {@code t} of one appeal; null if a table has no such rows. */
    String ofOne(String table, String number, String instance) {
        if (table.equals("appeal")) {
            return "t.number = " + number;
        }
        if (!table.startsWith("act_")) {
            return has(table, "appeal") ? "t.appeal = " + number : null;
        }
        if (has(table, "root_proc_inst_id_") && !table.startsWith("act_ru_")) {
            return "t.root_proc_inst_id_ = " + instance;
        }
        return switch (table) {
            case "act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_event_subscr" ->
                "t.proc_inst_id_ = " + instance;
            case "act_ru_job" -> "t.process_instance_id_ = " + instance;
            case "act_ru_identitylink" -> "t.task_id_ in " + TASKS.formatted(instance);
            case "act_ru_authorization" -> "t.resource_id_ in " + TASKS.formatted(instance);
            default -> null;
        };
    }

    /** Copies the rows of the appeals {@code :first} to {@code :last} of {@code mould.copy}. */
    String copy(String table) {
        var own = columns.get(table).stream().filter(column -> !column.given()).toList();
        return "insert into public." + table + " ("
                + own.stream().map(Column::name).collect(Collectors.joining(", ")) + ") select "
                + own.stream().map(column -> value(table, column)).collect(Collectors.joining(", "))
                + " from mould.copy c join mould." + table
                + " t on t.template = c.template where c.n between :first and :last"
                + (table.startsWith("act_hi_") && !ALWAYS.contains(table) ? " and c.detailed" : "")
                + inOrder(table);
    }

    /** What was written later has a higher id in the copy as well. */
    private String inOrder(String table) {
        return columns.get(table).stream()
                .filter(Column::given)
                .map(column -> " order by c.n, t." + column.name())
                .collect(Collectors.joining());
    }

    private static String value(String table, Column column) {
        var old = "t." + column.name();
        if (column.time()) {
            return old + " + c.shift";
        }
        if (table.startsWith("act_")) {
            return column.name().equals("business_key_")
                    ? "case when " + old + " = c.original then c.number else " + old + " end"
                    // An id of the engine is a UUID, or ends in one; the copy differs in its last twelve digits.
                    : CloneSql.ofOneAppeal(column.name()) ? "left(" + old + ", -12) || c.hex" : old;
        }
        return switch (column.name()) {
            case "number", "appeal" -> "c.number";
            case "tracking_code" -> "'CLONE' || lpad(c.n::text, 11, '0')";
            case "merged_into", "original" -> "case when " + old + " is not null then c.partner end";
            case "title" -> old + " || '（' || c.n % 89 + 1 || ' 号楼 ' || c.n % 7 + 1 || ' 单元）'";
            case "address" -> "'城西路 ' || c.n % 311 + 1 || ' 号'";
            case "description" -> old + " || '我住 ' || c.n % 89 + 1 || ' 号楼，这是第 ' || c.n % 4 + 1 || ' 次反映。'";
            default -> old;
        };
    }

    private boolean has(String table, String column) {
        return columns.getOrDefault(table, List.of()).stream()
                .anyMatch(c -> c.name().equals(column));
    }
}
