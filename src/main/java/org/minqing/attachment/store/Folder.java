package org.minqing.attachment.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps them as files of a folder: {@code ab/abcdef….whole}. A file is there, whole and on the disk, before the transaction that
 * names it ends, and is taken away where that is rolled back.
 */
final class Folder implements AttachmentStore {

    /** How the name of a file begins that is still being written. */
    private static final String HALF = "half-";

    private static final String INNER = "[0-9a-f][0-9a-f]";
    private static final UUID NOTHING = new UUID(0, 0);

    private final Path root;

    Folder(Path root) {
        this.root = root;
    }

    @Override
    public void keep(UUID id, String part, int count, IntFunction<byte[]> pieces) {
        var file = file(id, part);
        try {
            Files.createDirectories(file.getParent());
            var half = Files.createTempFile(file.getParent(), HALF, null);
            try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                for (int number = 0; number < count; number++) {
                    for (var rest = ByteBuffer.wrap(pieces.apply(number)); rest.hasRemaining(); ) {
                        channel.write(rest);
                    }
                }
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            goWithTheTransaction(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void goWithTheTransaction(Path file) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        // Whoever cannot delete it leaves it: nothing names it.
                        file.toFile().delete();
                    }
                }
            });
        }
    }

    @Override
    public byte[] piece(UUID id, String part, int number) {
        try (var file = new RandomAccessFile(file(id, part).toFile(), "r")) {
            var from = (long) number * PIECE;
            if (from >= file.length()) {
                throw new MissingPiece(id, part, number);
            }
            var bytes = new byte[(int) Math.min(PIECE, file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        } catch (java.io.FileNotFoundException e) {
            throw new MissingPiece(id, part, number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(UUID id) {
        var folder = file(id, "").getParent();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, id + ".*")) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the inner folders at a time: a folder of years is long. */
    @Override
    public void sweep(Instant before, UnaryOperator<Set<UUID>> known) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(root, INNER)) {
            for (var folder : folders) {
                sweep(folder, before, known);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sweep(Path folder, Instant before, UnaryOperator<Set<UUID>> known) throws IOException {
        var old = new HashMap<Path, UUID>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    id(file).ifPresent(id -> old.put(file, id));
                }
            }
        }
        var named = known.apply(Set.copyOf(old.values()));
        for (var file : old.entrySet()) {
            if (!named.contains(file.getValue())) {
                Files.deleteIfExists(file.getKey());
            }
        }
    }

    /** Empty for what is not ours: somebody put it there. Half of a file belongs to nothing. */
    private static Optional<UUID> id(Path file) {
        var name = file.getFileName().toString();
        if (name.startsWith(HALF)) {
            return Optional.of(NOTHING);
        }
        return name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[a-z]+")
                ? Optional.of(UUID.fromString(name.substring(0, name.indexOf('.'))))
                : Optional.empty();
    }

    private Path file(UUID id, String part) {
        var name = id.toString();
        return root.resolve(name.substring(0, 2)).resolve(name + "." + part);
    }
}
