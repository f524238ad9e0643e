package org.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.minqing.support.LogBook;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was written of people through the pages stands nowhere in the database but encrypted: no table, no dump and no log tells it. */
@MinqingTest
class HouseholdCanaryTest extends HouseholdTalk {

    private static final List<String> MARKS =
            List.of("金丝雀户主", "金丝雀关系", "0911-000-7099", "1933-07-09", "金丝雀需求", "金丝雀记录", "金丝雀回避", "金丝雀小孙");

    @Autowired
    DataSource application;

    @Test
    void noTableAndNoDumpAndNoLogTellsAnythingOfIt() throws Exception {
        String at;
        try (var log = new LogBook()) {
            at = opened(WORKER, "fullName", "金丝雀户主", "born", "1933-07-09", "telephone", "0911-000-7099");
            done(sends(
                    WORKER,
                    at + "/members/new",
                    "fullName",
                    "金丝雀小孙",
                    "relation",
                    "金丝雀关系",
                    "born",
                    "2018",
                    "groups",
                    "left-behind",
                    "groups",
                    "disability"));
            done(sends(WORKER, at + "/needs", "what", "金丝雀需求", "rhythm", "once"));
            done(sends(WORKER, at + "/notes", "line", "金丝雀记录"));
            done(sends(WORKER, at + "/bars", "barred", "shibu-grid-02", "barReason", "金丝雀回避"));
            sends(WORKER, LIST, "memberName", "金丝雀户主");
            wrong(
                    sends(WORKER, at + "/members/new", "fullName", "金丝雀小孙", "relation", "金丝雀关系", "born", "2099"),
                    "不能晚于今天");
            var shown = looked(WORKER, at);
            assertThat(shown).contains("金丝雀户主", "金丝雀关系", "0911-000-7099", "1933-07-09", "金丝雀需求", "金丝雀记录", "金丝雀小孙");
            assertThat(log.text()).doesNotContain(MARKS);
        }
        var owner = JdbcClient.create(Owner.of(application));
        // What the search must be able to find: the address is not encrypted.
        var address = owner.sql("select address from household where id = ?::uuid")
                .param(id(at))
                .query(String.class)
                .single();
        assertThat(tablesWith(owner, address)).containsExactly("household");
        for (var mark : MARKS) {
            assertThat(tablesWith(owner, mark)).as(mark).isEmpty();
        }
        // Nor whose group it is, by its code: that there are marks of it is all.
        assertThat(owner.sql("select mark from household_mark where household = ?::uuid")
                        .param(id(at))
                        .query(String.class)
                        .list())
                .hasSize(4)
                .noneMatch(mark -> mark.contains("behind") || mark.contains("disab"));
    }

    /** Every column of text or bytes of every table, as text and as the bytes of it. */
    private static List<String> tablesWith(JdbcClient owner, String text) {
        var hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        var found = new ArrayList<String>();
        for (var table : owner.sql("select tablename from pg_tables where schemaname = 'public' order by 1")
                .query(String.class)
                .list()) {
            // Bytes are written in hexadecimal digits where a row is made a text.
            var rows = owner.sql("select count(*) from " + table + " t where t::text like ? or t::text like ?")
                    .params("%" + text + "%", "%" + hex + "%")
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }
}
