package org.minqing.household.sheet;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Under which heading a locality has a column (对照): as somebody there said, or else as household-sheets.yml knows it. */
@Repository
public class SheetHeadings {

    private static final int LONGEST = 30;

    private final JdbcClient jdbc;
    private final SheetRules rules;
    private final SheetAccess access;
    private final InstantSource clock;

    SheetHeadings(JdbcClient jdbc, SheetRules rules, SheetAccess access, InstantSource clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.access = access;
        this.clock = clock;
    }

    /** What each column is called here, as the template has it. */
    public Map<SheetColumn, String> of(String locality) {
        var own = own(locality);
        var all = new EnumMap<SheetColumn, String>(SheetColumn.class);
        for (var column : SheetColumn.values()) {
            all.put(column, own.getOrDefault(column, rules.headings(column).get(0)));
        }
        return all;
    }

    /** By which headings each column is known here. */
    Map<SheetColumn, List<String>> known(String locality) {
        var own = own(locality);
        var all = new EnumMap<SheetColumn, List<String>>(SheetColumn.class);
        for (var column : SheetColumn.values()) {
            all.put(column, own.containsKey(column) ? List.of(own.get(column)) : rules.headings(column));
        }
        return all;
    }

    private Map<SheetColumn, String> own(String locality) {
        return jdbc
                .sql("select field, heading from household_heading where locality = ?")
                .param(locality)
                .query((rs, row) ->
                        Map.entry(Coded.of(SheetColumn.class, rs.getString("field")), rs.getString("heading")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * @param typed by the codes of the columns; what is left out is called as everywhere
     * @throws InvalidInput if one cannot be a heading, or two are alike
     */
    @Transactional
    public void change(StaffMember person, Map<String, String> typed) {
        access.requireBringing(person);
        check(typed);
        jdbc.sql("delete from household_heading where locality = ?")
                .param(person.locality())
                .update();
        for (var column : SheetColumn.values()) {
            var heading = typed.getOrDefault(column.code(), "");
            if (!heading.isEmpty() && !heading.equals(rules.headings(column).get(0))) {
                jdbc.sql(
                                "insert into household_heading (locality, field, heading, changed_by, changed_at) values (?, ?, ?, ?, ?)")
                        .params(
                                person.locality(),
                                column.code(),
                                heading,
                                person.userId(),
                                TimeColumn.of(clock.instant()))
                        .update();
            }
        }
    }

    private void check(Map<String, String> typed) {
        var problems = new ArrayList<FieldProblem>();
        var seen = new HashSet<String>();
        for (var column : SheetColumn.values()) {
            var heading =
                    typed.getOrDefault(column.code(), rules.headings(column).get(0));
            TextRule.flaw("headings", heading, LONGEST).ifPresent(problems::add);
            if (!seen.add(heading)) {
                problems.add(new FieldProblem("headings", "有两栏都叫“" + heading + "”", "has two columns of one name"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
