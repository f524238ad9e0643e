package org.minqing.attachment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Both places keep the same promises. */
@MinqingTest
class StoresTest extends AppealRules {

    @TempDir
    Path folder;

    @Autowired
    TransactionOperations transaction;

    private final UUID id = UUID.randomUUID();

    private AttachmentStore store(String where) {
        return where.equals("folder") ? new Folder(folder) : new PieceTable(jdbc);
    }

    /** Pieces belong to an attachment that is known. */
    @BeforeEach
    void known() {
        jdbc.sql("""
                insert into attachment (id, kind, type, bytes, sha256, pieces, width, height, at)
                values (?, 'video', 'video/mp4', 1, repeat('0', 64), '', 0, 0, now())""").param(id).update();
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "folder"})
    void whatIsKeptComesBackPieceByPiece(String where) {
        var store = store(where);
        for (var length :
                new int[] {1, AttachmentStore.PIECE, AttachmentStore.PIECE + 1, 3 * AttachmentStore.PIECE - 7}) {
            var part = length % 2 == 0 ? "whole" : "small";
            store.remove(id);
            var kept = bytes(length);
            store.keep(id, part, kept);
            var last = (length - 1) / AttachmentStore.PIECE;
            for (int number = 0; number <= last; number++) {
                var from = number * AttachmentStore.PIECE;
                assertThat(store.piece(id, part, number))
                        .isEqualTo(Arrays.copyOfRange(kept, from, Math.min(length, from + AttachmentStore.PIECE)));
            }
            assertThatThrownBy(() -> store.piece(id, part, last + 1)).isInstanceOf(AttachmentStore.MissingPiece.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "folder"})
    void whatIsRemovedIsGoneAndRemovingNothingIsNoFault(String where) {
        var store = store(where);
        store.keep(id, "whole", bytes(400_000));
        store.keep(id, "small", bytes(4_000));
        store.remove(id);
        store.remove(id);
        for (var part : new String[] {"whole", "small"}) {
            assertThatThrownBy(() -> store.piece(id, part, 0)).isInstanceOf(AttachmentStore.MissingPiece.class);
        }
    }

    @Test
    void inTheFolderNoHalfFileHasAName() throws Exception {
        store("folder").keep(id, "whole", bytes(400_000));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).singleElement().satisfies(file -> {
                assertThat(file.getFileName()).hasToString(id + ".whole");
                assertThat(file).hasBinaryContent(bytes(400_000));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "folder"})
    void nothingIsKeptOfWhatIsRolledBack(String where) {
        transaction.executeWithoutResult(tx -> {
            store(where).keep(id, "whole", bytes(400_000));
            tx.setRollbackOnly();
        });
        assertThatThrownBy(() -> store(where).piece(id, "whole", 0)).isInstanceOf(AttachmentStore.MissingPiece.class);
    }

    /** A node wrote it and died before anything named it. */
    @Test
    void whatNothingNamesIsSweptFromTheFolderWhenItIsOld() throws Exception {
        var now = Instant.parse("2026-03-01T00:00:00Z");
        var store = new Folder(folder);
        var orphan = UUID.randomUUID();
        var young = UUID.randomUUID();
        for (var one : List.of(id, orphan, young)) {
            store.keep(one, "whole", bytes(1000));
        }
        var half = Files.createFile(
                folder.resolve(orphan.toString().substring(0, 2)).resolve("half-123.tmp"));
        var foreign = Files.createFile(
                folder.resolve(orphan.toString().substring(0, 2)).resolve("read-me.txt"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var old = !file.getFileName().toString().startsWith(young.toString());
                Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofHours(old ? 25 : 1))));
            }
        }
        store.sweep(now.minus(Duration.ofHours(24)), ids -> Set.of(id));
        assertThat(store.piece(id, "whole", 0)).hasSize(1000);
        assertThat(store.piece(young, "whole", 0)).hasSize(1000);
        assertThatThrownBy(() -> store.piece(orphan, "whole", 0)).isInstanceOf(AttachmentStore.MissingPiece.class);
        assertThat(half).doesNotExist();
        assertThat(foreign).exists();
    }
}
