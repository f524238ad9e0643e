package org.minqing.attachment.resumable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.minqing.attachment.content.Source;
import org.minqing.attachment.store.AttachmentStore;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on its way, and the parts of it that are here (表 {@code attachment_upload}、{@code attachment_upload_part}). */
@Repository
class UploadRows {

    private static final String ALL =
            "select id, length, received, ending, person, expires_at, finished from attachment_upload ";

    private final JdbcClient jdbc;

    UploadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ResumableUpload upload, Instant at) {
        jdbc.sql("""
                        insert into attachment_upload (id, length, ending, person, begun_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        upload.id(),
                        upload.length(),
                        upload.ending(),
                        upload.person(),
                        TimeColumn.of(at),
                        TimeColumn.of(upload.expiresAt()))
                .update();
    }

    Optional<ResumableUpload> find(UUID id) {
        return jdbc.sql(ALL + "where id = ?").param(id).query(UploadRows::row).optional();
    }

    /** Whoever else sends a part of it, to whatever node, waits. */
    Optional<ResumableUpload> lock(UUID id) {
        return jdbc.sql(ALL + "where id = ? for update")
                .param(id)
                .query(UploadRows::row)
                .optional();
    }

    /** In rows of a size that the database takes without trouble. */
    void add(ResumableUpload upload, byte[] bytes) {
        for (int from = 0; from < bytes.length; from += AttachmentStore.PIECE) {
            var part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + AttachmentStore.PIECE));
            jdbc.sql("insert into attachment_upload_part (upload, at, bytes) values (?, ?, ?)")
                    .params(upload.id(), upload.received() + from, part)
                    .update();
        }
        jdbc.sql("update attachment_upload set received = received + ? where id = ?")
                .params(bytes.length, upload.id())
                .update();
    }

    void finish(UUID id) {
        jdbc.sql("delete from attachment_upload_part where upload = ?")
                .param(id)
                .update();
        jdbc.sql("update attachment_upload set finished = true where id = ?")
                .param(id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from attachment_upload where id = ?").param(id).update();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from attachment_upload where expires_at <= ?")
                .param(TimeColumn.of(now))
                .update();
    }

    /** All of it, read part by part. */
    Source source(ResumableUpload upload) {
        return new Parts(upload);
    }

    private static ResumableUpload row(ResultSet rs, int i) throws SQLException {
        return new ResumableUpload(
                rs.getObject("id", UUID.class),
                rs.getLong("length"),
                rs.getLong("received"),
                rs.getString("ending"),
                rs.getString("person"),
                TimeColumn.read(rs, "expires_at"),
                rs.getBoolean("finished"));
    }

    private record Part(long at, byte[] bytes) {

        boolean holds(long where) {
            return at <= where && where < at + bytes.length;
        }
    }

    private final class Parts implements Source {

        private final ResumableUpload upload;
        private Part held = new Part(0, new byte[0]);

        Parts(ResumableUpload upload) {
            this.upload = upload;
        }

        @Override
        public long length() {
            return upload.length();
        }

        @Override
        public void read(long at, byte[] into) {
            for (int done = 0; done < into.length; ) {
                var where = at + done;
                if (!held.holds(where)) {
                    held = part(where);
                }
                var from = (int) (where - held.at());
                var count = Math.min(into.length - done, held.bytes().length - from);
                System.arraycopy(held.bytes(), from, into, done, count);
                done += count;
            }
        }

        private Part part(long where) {
            return jdbc.sql("""
                            select at, bytes from attachment_upload_part where upload = ? and at <= ?
                            order by at desc limit 1""")
                    .params(upload.id(), where)
                    .query((rs, i) -> new Part(rs.getLong("at"), rs.getBytes("bytes")))
                    .optional()
                    .filter(part -> part.holds(where))
                    .orElseThrow(() -> new IllegalStateException("upload " + upload.id() + ": nothing at " + where));
        }
    }
}
