package org.minqing.household;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import org.minqing.household.secret.Sealed;
import org.minqing.household.secret.SecretKeys;
import org.minqing.household.secret.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts all values of households anew with the last keys of the ring, and makes their marks anew. In batches, each a transaction:
 * it may be killed at any moment, and goes on where it was. Nodes may run meanwhile, if they know the new keys.
 */
@Component
public class KeyRotation {

    /** The tables whose rows have a value. */
    static final List<String> TABLES = List.of(
            "household_member",
            "household_need",
            "household_note",
            "household_bar",
            "household_import_part",
            "household_colour");

    private static final int BATCH = 200;

    private static final String OTHERS = " t where t.secret_key in (select id from household_key where id <> ?)";

    private record Row(UUID id, Sealed sealed) {}

    private record Marked(UUID member, UUID household) {}

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final SecretKeys keys;
    private final Members members;
    private final TransactionTemplate transaction;

    KeyRotation(JdbcClient jdbc, Secrets secrets, SecretKeys keys, Members members, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.keys = keys;
        this.members = members;
        this.transaction = transaction;
    }

    /**
     * @param progress hears of each batch: what is rewritten, and how many rows of it are left
     * @return ids of the keys that nothing is left of: they may be taken out of the file
     */
    public List<String> run(BiConsumer<String, Long> progress) {
        List<String> retired = null;
        while (retired == null) {
            TABLES.forEach(table -> all(table, keys.encryptsWith(), () -> reseal(table), progress));
            all("household_mark", keys.marksWith(), this::mark, progress);
            retired = transaction.execute(tx -> retire());
        }
        return retired;
    }

    private void all(String table, String key, IntSupplier batch, BiConsumer<String, Long> progress) {
        var left = left(table, key);
        for (int done = 1; done > 0; left = Math.max(0, left - done)) {
            progress.accept(table, left);
            done = transaction.execute(tx -> batch.getAsInt());
        }
    }

    int reseal(String table) {
        var rows = jdbc.sql("select id, secret, secret_key, secret_algorithm from " + table + OTHERS + " limit " + BATCH
                        + " for update of t")
                .param(keys.encryptsWith())
                .query((rs, n) -> new Row(rs.getObject("id", UUID.class), SealedRow.of(rs)))
                .list();
        for (var row : rows) {
            var place = SealedRow.place(table, row.id());
            var anew = secrets.seal(place, secrets.open(place, row.sealed()));
            jdbc.sql("update " + table + " set secret = ?, secret_key = ?, secret_algorithm = ? where id = ?")
                    .params(anew.bytes(), anew.key(), anew.algorithm(), row.id())
                    .update();
        }
        return rows.size();
    }

    /** Of the marks of one person, which are made anew together, each counts. */
    private int mark() {
        var marked = jdbc.sql("select t.member, t.household from household_mark" + OTHERS + " limit " + BATCH)
                .param(keys.marksWith())
                .query((rs, n) -> new Marked(rs.getObject("member", UUID.class), rs.getObject("household", UUID.class)))
                .list();
        marked.stream().distinct().forEach(this::mark);
        return marked.size();
    }

    /** The household first, as whoever changes it does. */
    private void mark(Marked one) {
        var locality = jdbc.sql("select locality from household where id = ? for update")
                .param(one.household())
                .query(String.class)
                .single();
        jdbc.sql("select * from household_member where id = ? and ended is null")
                .param(one.member())
                .query(members::member)
                .optional()
                .ifPresent(member -> members.mark(one.member(), one.household(), locality, member.about()));
    }

    /** Null if somebody wrote with another key since. */
    private List<String> retire() {
        keys.stopOthers();
        var none = TABLES.stream().allMatch(table -> left(table, keys.encryptsWith()) == 0)
                && left("household_mark", keys.marksWith()) == 0;
        return none ? keys.retireOthers() : null;
    }

    private long left(String table, String key) {
        return jdbc.sql("select count(*) from " + table + OTHERS)
                .param(key)
                .query(Long.class)
                .single();
    }
}
