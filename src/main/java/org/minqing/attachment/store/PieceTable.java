package org.minqing.attachment.store;

import java.util.UUID;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps them in the database (表 {@code attachment_piece}): in the same transaction, on every node, in one backup. */
final class PieceTable implements AttachmentStore {

    private final JdbcClient jdbc;

    PieceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(UUID id, String part, int count, IntFunction<byte[]> pieces) {
        for (int number = 0; number < count; number++) {
            jdbc.sql("insert into attachment_piece (attachment, part, number, bytes) values (?, ?, ?, ?)")
                    .params(id, part, number, pieces.apply(number))
                    .update();
        }
    }

    @Override
    public byte[] piece(UUID id, String part, int number) {
        return jdbc.sql("select bytes from attachment_piece where attachment = ? and part = ? and number = ?")
                .params(id, part, number)
                .query((rs, i) -> rs.getBytes("bytes"))
                .optional()
                .orElseThrow(() -> new MissingPiece(id, part, number));
    }

    @Override
    public void remove(UUID id) {
        jdbc.sql("delete from attachment_piece where attachment = ?").param(id).update();
    }
}
