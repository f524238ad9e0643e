package org.minqing.desk.register;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps from where in a book or a chat an appeal was taken down (表 {@code appeal_source}). */
@Repository
public class Sources {

    private final JdbcClient jdbc;

    Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Such as {@code 民意记录册，第 12 页，第 3 行}; empty if it came by itself. */
    public Optional<String> of(String appeal) {
        return jdbc.sql("select book, page, line from appeal_source where appeal = ?")
                .param(appeal)
                .query((rs, row) -> rs.getString("book")
                        + (rs.getString("page") == null ? "" : "，第 " + rs.getString("page") + " 页")
                        + "，第 " + rs.getInt("line") + " 行")
                .optional();
    }

    /** Once: what is sent again stands where it stood. */
    void keep(String appeal, String book, String page, int line) {
        jdbc.sql("insert into appeal_source (appeal, book, page, line) values (?, ?, ?, ?) on conflict do nothing")
                .params(appeal, book, page.isBlank() ? null : page, line)
                .update();
    }
}
