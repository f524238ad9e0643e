package org.minqing.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minqing.appeal.Actor;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of attachments (表 {@code attachment}), without their bytes. */
@Repository
class AttachmentRows {

    private static final String ALL = """
            select a.id, a.kind, a.type, a.bytes, a.sha256, a.width, a.height, a.appeal, a.use, a.at, a.person, h.reason,
              w.version, w.words, w.at as heard_at, w.person_as as heard_as
            from attachment a left join attachment_hiding h on h.attachment = a.id
            left join lateral (select words, at, person_as, count(*) over () as version from attachment_words
              where attachment = a.id order by id desc limit 1) w on true\s""";

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, NewRow row, Instant at) {
        var small = row.small();
        jdbc.sql("""
                        insert into attachment (id, kind, type, bytes, sha256, pieces, small_bytes, small_pieces, width, height,
                            at, person, sent) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        row.as().kind().code(),
                        row.type(),
                        row.bytes(),
                        row.sha256(),
                        row.pieces().digests(),
                        small == null ? null : small.length,
                        small == null ? null : Pieces.of(small).digests(),
                        row.width(),
                        row.height(),
                        TimeColumn.of(at),
                        row.person(),
                        row.sent())
                .update();
    }

    /** @param sent null for none */
    Optional<Attachment> sent(String sent) {
        return jdbc.sql(ALL + "where a.sent = ?")
                .param(sent)
                .query(AttachmentRows::row)
                .optional();
    }

    /** Locks those that no appeal has; somebody else who wants one waits. */
    List<Attachment> unused(Collection<UUID> ids) {
        return jdbc.sql(ALL + "where a.id = any (?) and a.appeal is null order by a.id for update of a")
                .param(ids.toArray(UUID[]::new))
                .query(AttachmentRows::row)
                .list();
    }

    void take(UUID id, String appeal, AttachmentUse use, Instant at) {
        jdbc.sql("update attachment set appeal = ?, use = ?, taken_at = ? where id = ?")
                .params(appeal, use.code(), TimeColumn.of(at), id)
                .update();
    }

    /** In the order in which they were taken up and sent. */
    List<Attachment> of(List<String> appeals) {
        return jdbc.sql(ALL + "where a.appeal = any (?) order by a.taken_at, a.seq")
                .param(appeals.toArray(String[]::new))
                .query(AttachmentRows::row)
                .list();
    }

    /** The appeal itself, and those that were merged into it. */
    List<String> reporters(String number) {
        return jdbc.sql("select number from reporters_of(?) part(number)")
                .param(number)
                .query(String.class)
                .list();
    }

    Optional<Attachment> find(List<String> appeals, UUID id) {
        return jdbc.sql(ALL + "where a.appeal = any (?) and a.id = ?")
                .params(appeals.toArray(String[]::new), id)
                .query(AttachmentRows::row)
                .optional();
    }

    /** What one part of it is made of; {@code whole} or {@code small}. */
    record Part(long bytes, Pieces pieces) {}

    Optional<Part> part(UUID id, boolean small) {
        var columns = small ? "small_bytes as bytes, small_pieces as pieces" : "bytes, pieces";
        return jdbc.sql("select " + columns + " from attachment where id = ?" + (small ? " and small_bytes > 0" : ""))
                .param(id)
                .query((rs, i) -> new Part(rs.getLong("bytes"), new Pieces(rs.getBytes("pieces"))))
                .optional();
    }

    /** Those that are on their way count as well. */
    long unusedBytes() {
        return jdbc.sql("""
                        select coalesce((select sum(bytes) from attachment where appeal is null), 0)
                          + coalesce((select sum(received) from attachment_upload where not finished), 0)""").query(Long.class).single();
    }

    /** The oldest of those that no appeal took up in time; locked, and not what another node has in hand. */
    List<UUID> dead(Instant before, int most) {
        return jdbc.sql("""
                        select id from attachment where appeal is null and at < ?
                        order by at limit ? for update skip locked""")
                .params(TimeColumn.of(before), most)
                .query(UUID.class)
                .list();
    }

    /** Those of them that there are. */
    Set<UUID> known(Set<UUID> ids) {
        return Set.copyOf(jdbc.sql("select id from attachment where id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    void delete(UUID id) {
        jdbc.sql("delete from attachment where id = ?").param(id).update();
    }

    boolean hide(Attachment attachment, Instant at, Actor by, String reason) {
        return jdbc.sql("""
                        insert into attachment_hiding (attachment, appeal, at, person, person_as, reason)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(attachment.id(), attachment.appeal(), TimeColumn.of(at), by.person(), by.as(), reason)
                        .update()
                == 1;
    }

    private static Attachment row(ResultSet rs, int i) throws SQLException {
        var use = rs.getString("use");
        return new Attachment(
                rs.getObject("id", UUID.class),
                Coded.of(AttachmentKind.class, rs.getString("kind")),
                rs.getString("type"),
                rs.getLong("bytes"),
                rs.getString("sha256"),
                rs.getInt("width"),
                rs.getInt("height"),
                rs.getString("appeal"),
                use == null ? null : Coded.of(AttachmentUse.class, use),
                TimeColumn.read(rs, "at"),
                rs.getString("person"),
                rs.getString("reason"),
                rs.getString("words") == null
                        ? null
                        : new Transcript(
                                rs.getInt("version"),
                                rs.getString("words"),
                                TimeColumn.read(rs, "heard_at"),
                                rs.getString("heard_as")));
    }
}
