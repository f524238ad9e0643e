package org.minqing.household;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.household.secret.Sealed;
import org.minqing.household.secret.SecretKeys;
import org.minqing.household.secret.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of households, encrypted, with the marks by which names and key groups are found. Callers have checked who may. */
@Repository
public class Members {

    private static final String TABLE = "household_member";
    private static final String NAME = "name";
    private static final String GROUP = "group";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final SecretKeys keys;
    private final ObjectMapper json;

    Members(JdbcClient jdbc, Secrets secrets, SecretKeys keys, ObjectMapper json) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.keys = keys;
        this.json = json;
    }

    /** Who lives there now, in the order in which they were written down: the householder first. */
    public List<Member> of(UUID household) {
        return of(List.of(household)).getOrDefault(household, List.of());
    }

    /** The same of several, by household. */
    public Map<UUID, List<Member>> of(Collection<UUID> households) {
        return jdbc
                .sql("select * from household_member where household = any (?) and ended is null order by place")
                .param(households.toArray(UUID[]::new))
                .query(this::member)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Member::household));
    }

    /** Those who live in any household of the locality now and whose whole name is one of these. */
    public List<Member> called(String locality, Collection<String> names) {
        var marks = names.stream()
                .flatMap(name -> nameMarks(locality, name).stream())
                .distinct()
                .toArray(String[]::new);
        return jdbc.sql("""
                        select m.* from household_member m join household h on h.id = m.household and h.ended is null
                        where m.ended is null and m.id in (
                          select member from household_mark where mark = any (?) and kind = 'name')""").param(marks).query(this::member).list();
    }

    void add(UUID id, Household household, Member.About about) {
        var sealed = seal(id, about);
        jdbc.sql("""
                        insert into household_member (id, household, secret, secret_key, secret_algorithm) values (?, ?, ?, ?, ?)""")
                .params(id, household.id(), sealed.bytes(), sealed.key(), sealed.algorithm())
                .update();
        mark(id, household.id(), household.locality(), about);
    }

    void change(UUID id, Household household, Member.About about) {
        write(id, about);
        mark(id, household.id(), household.locality(), about);
    }

    /** He lives there no more; he is found no more, and what was written stays. */
    void end(UUID id, LocalDate day) {
        jdbc.sql("update household_member set ended = ? where id = ?")
                .params(day, id)
                .update();
        jdbc.sql("delete from household_mark where member = ?").param(id).update();
    }

    /** Encrypts the same anew, with the key with which is written now. */
    void write(UUID id, Member.About about) {
        var sealed = seal(id, about);
        jdbc.sql("update household_member set secret = ?, secret_key = ?, secret_algorithm = ? where id = ?")
                .params(sealed.bytes(), sealed.key(), sealed.algorithm(), id)
                .update();
    }

    void mark(UUID id, UUID household, String locality, Member.About about) {
        jdbc.sql("delete from household_mark where member = ?").param(id).update();
        Stream.concat(
                        Stream.of(secrets.mark(NAME, locality, plain(about.name())))
                                .map(mark -> new String[] {NAME, mark}),
                        about.groups().stream()
                                .map(group -> new String[] {GROUP, secrets.mark(GROUP, locality, group)}))
                .forEach(mark -> jdbc.sql("""
                                insert into household_mark (member, household, kind, mark, secret_key) values (?, ?, ?, ?, ?)""")
                        .params(id, household, mark[0], mark[1], keys.marksWith())
                        .update());
    }

    Member member(ResultSet rs, int row) throws SQLException {
        return new Member(
                rs.getObject("id", UUID.class),
                rs.getObject("household", UUID.class),
                about(SealedRow.open(secrets, TABLE, rs)));
    }

    /** By what a whole name is found. */
    public List<String> nameMarks(String locality, String name) {
        return secrets.marks(NAME, locality, plain(name));
    }

    /** By what somebody of a key group is found. */
    public List<String> groupMarks(String locality, KeyGroup group) {
        return secrets.marks(GROUP, locality, group.code());
    }

    /** As names are compared: without blanks and points between their parts. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s·•・]", "");
    }

    private Sealed seal(UUID id, Member.About about) {
        try {
            return secrets.seal(SealedRow.place(TABLE, id), json.writeValueAsString(about));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Member.About about(String text) {
        try {
            return json.readValue(text, Member.About.class);
        } catch (JsonProcessingException e) {
            // Without the cause, which would quote what is secret.
            throw new IllegalStateException(
                    "A member of a household cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
