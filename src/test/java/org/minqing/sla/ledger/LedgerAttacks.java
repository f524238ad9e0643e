package org.minqing.sla.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.minqing.sla.ledger.VerifyLedger.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random single attacks, and what an honest witness of each would say is the first bad row. */
final class LedgerAttacks {

    /** @param id the lowest row id that is not as it was, or the first that a broken seal no longer vouches for */
    record Attack(String what, Kind kind, long id) {}

    private static final List<String> COLUMNS = List.of(
            "appeal = appeal || 'x'",
            "appeal = (select max(appeal) || '' from sla_ledger l where l.appeal <> sla_ledger.appeal)",
            "seq = seq + 1",
            "seq = seq - 1",
            "clock = 'RESOLVE'",
            "round = round + 1",
            "kind = 'MET'",
            "step = step + 1",
            "occurred_at = occurred_at - interval '1 hour'",
            "occurred_at = occurred_at + interval '1 millisecond'",
            "occurred_at = occurred_at + interval '1 microsecond'",
            "occurred_at = 'infinity'",
            "due_at = case when due_at is null then occurred_at end",
            "due_at = coalesce(due_at, occurred_at) + interval '1 day'",
            "unit = actor, actor = unit || '2'",
            "unit = unit || chr(31) || actor",
            "actor = ''",
            "detail = detail || ' '",
            "detail = upper(md5(detail))",
            "prev_hash = md5(prev_hash) || md5(hash)",
            "prev_hash = hash",
            "hash = md5(prev_hash) || md5(hash)",
            "hash = upper(hash)",
            "hash = ''");
    private static final List<String> SEAL_COLUMNS = List.of(
            "sealed_at = sealed_at + interval '1 millisecond'",
            "sealed_at = sealed_at - interval '1 microsecond'",
            "rows = rows + 1",
            "rows = rows - 1",
            "row_ids = row_ids || ',999999'",
            "row_ids = '1-' || rows, rows = rows",
            "row_ids = ''",
            "row_ids = regexp_replace(row_ids, '[0-9]+$', '999999')",
            "prev_digest = digest",
            "digest = prev_digest",
            "digest = upper(digest)",
            "digest = md5(prev_digest) || md5(digest)");

    private final JdbcClient jdbc;
    private final Random random;
    private final List<Long> ids;
    private final List<Long> free = new ArrayList<>();
    private final List<VerifyLedger.Seal> seals;

    LedgerAttacks(JdbcClient jdbc, Random random) {
        this.jdbc = jdbc;
        this.random = random;
        ids = jdbc.sql("select id from sla_ledger order by id")
                .query(Long.class)
                .list();
        seals = jdbc.sql("select * from ledger_seal order by n")
                .query((rs, row) -> LedgerRows.seal(rs))
                .list();
        for (long id = -1; id < last() + 3; id++) {
            if (!ids.contains(id)) {
                free.add(id);
            }
        }
    }

    Attack next() {
        List<Supplier<Attack>> kinds = List.of(
                this::changed,
                this::changed,
                this::renumbered,
                this::deleted,
                this::copied,
                this::forged,
                this::appended,
                this::swapped,
                this::cut,
                this::sealChanged,
                this::sealRenumbered,
                this::sealGone);
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private Attack changed() {
        var id = any(ids);
        var set = any(COLUMNS);
        // What is the same afterwards is no attack.
        var rows = jdbc.sql("select md5(l::text) from sla_ledger l where id = ?")
                .param(id)
                .query(String.class)
                .single();
        update("update sla_ledger set " + set + " where id = ?", id);
        var after = jdbc.sql("select md5(l::text) from sla_ledger l where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return rows.equals(after) ? deleted() : new Attack("set " + set + " of " + id, Kind.CONTENT, id);
    }

    private Attack renumbered() {
        var id = any(ids);
        var to = any(free);
        update("update sla_ledger set id = ? where id = ?", to, id);
        return new Attack(id + " renumbered " + to, to < id ? Kind.INSERTED : Kind.MISSING, Math.min(id, to));
    }

    private Attack deleted() {
        var id = any(ids);
        update("delete from sla_ledger where id = ?", id);
        return new Attack("deleted " + id, Kind.MISSING, id);
    }

    private Attack copied() {
        var id = any(ids);
        var to = any(free);
        insert(id, to, "seq", "prev_hash");
        update("update sla_ledger set hash = (select hash from sla_ledger where id = ?) where id = ?", id, to);
        return new Attack(id + " copied to " + to, to > last() ? Kind.CONTENT : Kind.INSERTED, to);
    }

    /** Its own hash is right, and it continues the chain at its place. */
    private Attack forged() {
        var to = any(free.stream().filter(f -> f < last()).toList());
        var before = ids.stream().filter(id -> id < to).reduce((a, b) -> b).orElse(ids.get(0));
        insert(before, to, "seq + 1", "hash");
        return new Attack("forged after " + before + " as " + to, Kind.INSERTED, to);
    }

    /** Behind all others, with a right hash, and yet impossible: too early, or out of the sequence. */
    private Attack appended() {
        var end = jdbc.sql("""
                        select id from sla_ledger l where not exists (
                          select from sla_ledger m where m.appeal = l.appeal and m.seq > l.seq)""").query(Long.class).list();
        var id = any(end);
        var to = last() + 1;
        return switch (random.nextInt(3)) {
            case 0 -> {
                insert(id, to, "seq + 2", "hash");
                yield new Attack("appended with a gap after " + id, Kind.MISSING, to);
            }
            case 1 -> {
                insert(id, to, "seq", "prev_hash");
                yield new Attack("appended twice after " + id, Kind.ORDER, to);
            }
            default -> {
                insert(id, to, "seq + 1", "hash");
                update("update sla_ledger set occurred_at = occurred_at - interval '1 day' where id = ?", to);
                rehash(to);
                yield new Attack("appended backdated after " + id, Kind.ORDER, to);
            }
        };
    }

    private Attack swapped() {
        var a = any(ids);
        var b = any(ids.stream().filter(id -> !id.equals(a)).toList());
        update("update sla_ledger set id = -99 where id = ?", a);
        update("update sla_ledger set id = ? where id = ?", a, b);
        update("update sla_ledger set id = ? where id = -99", b);
        return new Attack("swapped " + a + " and " + b, Kind.CONTENT, Math.min(a, b));
    }

    private Attack cut() {
        var from = any(ids);
        update("delete from sla_ledger where id >= ?", from);
        return new Attack("cut from " + from, Kind.MISSING, from);
    }

    private Attack sealChanged() {
        var seal = any(seals);
        var set = any(SEAL_COLUMNS);
        if (set.startsWith("row_ids = '1-'") && seal.n() == 1
                || set.contains("digest = upper") && seal.digest().matches("\\d+")) {
            return sealGone();
        }
        update("update ledger_seal set " + set + " where n = ?", seal.n());
        return new Attack("set " + set + " of seal " + seal.n(), Kind.SEAL, firstOf(seal.n()));
    }

    private Attack sealRenumbered() {
        var seal = any(seals);
        var to = any(List.of(-1L, 0L, seals.size() + 1L, seals.size() + 5L));
        update("update ledger_seal set n = ? where n = ?", to, seal.n());
        return new Attack("seal " + seal.n() + " renumbered " + to, Kind.SEAL, to < 1 ? 1 : firstOf(seal.n()));
    }

    /** Without its last seal a ledger is as it was before it; only the anchor knows. */
    private Attack sealGone() {
        var seal = any(seals);
        update("delete from ledger_seal where n = ?", seal.n());
        return new Attack(
                "seal " + seal.n() + " deleted", seal.n() == seals.size() ? Kind.ANCHOR : Kind.SEAL, firstOf(seal.n()));
    }

    /** The first id after all that earlier seals name. */
    private long firstOf(long seal) {
        if (seal == 1) {
            return 1;
        }
        var ranges = seals.get((int) seal - 2).rowIds().split("[,-]");
        return Long.parseLong(ranges[ranges.length - 1]) + 1;
    }

    private void insert(long of, long as, String seq, String prevHash) {
        update(
                "insert into sla_ledger select " + as + ", appeal, clock, round, kind, occurred_at, due_at, " + seq
                        + ", step + 100000, unit, actor, detail, " + prevHash + ", '' from sla_ledger where id = ?",
                of);
        rehash(as);
    }

    private void rehash(long id) {
        update("""
                update sla_ledger r set hash = encode(sha256(convert_to(array_to_string(array[
                  'v1', r.id::text, r.appeal, r.seq::text, r.clock, r.round::text, r.kind, r.step::text,
                  ledger_time(r.occurred_at), ledger_time(r.due_at), r.unit, r.actor, r.detail, r.prev_hash], chr(31), ''),
                  'UTF8')), 'hex') where id = ?""", id);
    }

    private void update(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }

    private long last() {
        return ids.get(ids.size() - 1);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
