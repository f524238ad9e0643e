package org.minqing.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.database.TimeColumn;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The searches that each person keeps. What he looked for by a phone number is kept nowhere. The database forgets them with his
 * account ({@code V45__kept_lists.sql}).
 */
@Service
public class SavedSearches {

    private static final TypeReference<LinkedHashMap<String, String>> QUESTION = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final SavedRules rules;
    private final ObjectMapper json;
    private final InstantSource clock;

    SavedSearches(JdbcClient jdbc, SavedRules rules, ObjectMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.json = json;
        this.clock = clock;
    }

    /** Those of one person, in the order of their names. */
    public List<SavedSearch> of(String person) {
        return jdbc.sql("select * from saved_search where person = ? order by name, id")
                .param(person)
                .query(this::saved)
                .list();
    }

    /** Empty if there is none of that id, or it is somebody else's. */
    public Optional<SavedSearch> find(String person, long id) {
        return jdbc.sql("select * from saved_search where person = ? and id = ?")
                .params(person, id)
                .query(this::saved)
                .optional();
    }

    /**
     * @param question by field; the caller has read and checked it
     * @throws InvalidInput if the name is empty, too long or one of his already, or he looks for a phone number
     * @throws Refusal      if he keeps as many as one may
     */
    @Transactional
    public void keep(String person, String typed, Map<String, String> question) {
        var name = name(typed);
        if (question.containsKey("phone")) {
            throw new InvalidInput("phone", "按电话的查找不能保存", "is not kept");
        }
        // Of two forms that he sends at once the second counts what the first kept.
        jdbc.sql("select pg_advisory_xact_lock(28045, hashtext(?))::text")
                .param(person)
                .query(String.class)
                .single();
        var kept = of(person);
        if (kept.stream().anyMatch(saved -> saved.name().equals(name))) {
            throw new InvalidInput("savedName", "您已经有叫这个名称的查找，请换一个名称，或者先删除那一个", "is taken");
        }
        if (kept.size() >= rules.most()) {
            throw Refusal.conflict(
                    "最多保存 " + rules.most() + " 个查找，请先删除不用的。", "There are " + rules.most() + " saved searches already.");
        }
        jdbc.sql("insert into saved_search (person, name, question, saved_at) values (?, ?, cast(? as jsonb), ?)")
                .params(person, name, written(question), TimeColumn.of(clock.instant()))
                .update();
    }

    /** @throws Refusal if there is none of that id, or it is somebody else's */
    public void delete(String person, long id) {
        if (jdbc.sql("delete from saved_search where person = ? and id = ?")
                        .params(person, id)
                        .update()
                == 0) {
            throw Refusal.notFound();
        }
    }

    private String name(String typed) {
        var name = typed.strip();
        if (name.isEmpty()) {
            throw new InvalidInput("savedName", "请给这次查找起一个名称", "is required");
        }
        TextRule.flaw("savedName", name, rules.longest()).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return name;
    }

    private String written(Map<String, String> question) {
        try {
            return json.writeValueAsString(question);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private SavedSearch saved(ResultSet rs, int row) throws SQLException {
        try {
            return new SavedSearch(
                    rs.getLong("id"), rs.getString("name"), json.readValue(rs.getString("question"), QUESTION));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("saved_search " + rs.getLong("id"), e);
        }
    }
}
