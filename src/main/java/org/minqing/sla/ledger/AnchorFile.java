package org.minqing.sla.ledger;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.minqing.sla.ledger.VerifyLedger.Anchor;
import org.springframework.stereotype.Component;

/**
 * The anchors in a file, one line each. The file itself says what is still missing in it, on every node for itself: a
 * failed write is made up for at the next turn, and one node's disk is not the only place. Only days after the last line
 * are added, and to an empty file only the newest: old anchors are evidence only if they were written at the time.
 */
@Component
class AnchorFile {

    private final Path path;

    AnchorFile(LedgerProperties settings) {
        path = settings.anchorFile();
    }

    /** Returns when the lines are on the disk. */
    void append(List<Anchor> anchors) throws IOException {
        if (anchors.isEmpty()) {
            return;
        }
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (var channel = FileChannel.open(path, CREATE, READ, WRITE);
                var lock = channel.lock()) {
            var text = Files.readString(path);
            // A line that a crash cut off is written anew.
            var known = text.substring(0, text.lastIndexOf('\n') + 1);
            var newest = anchors.get(anchors.size() - 1).day();
            var from =
                    known.lines().reduce((a, b) -> b).map(AnchorFile::dayAfter).orElse(newest);
            var lines = anchors.stream()
                    .filter(a -> a.day().compareTo(from) >= 0)
                    .map(AnchorFile::line)
                    .collect(Collectors.joining());
            var bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            channel.position(known.getBytes(StandardCharsets.UTF_8).length);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.truncate(channel.position());
            channel.force(true);
        }
    }

    /** What it holds; empty if there is none yet. */
    List<Anchor> read() throws IOException {
        return Files.exists(path)
                ? Files.readAllLines(path).stream()
                        .filter(line -> !line.isBlank())
                        .map(Anchor::parse)
                        .toList()
                : List.of();
    }

    /** A day sorts as its text does; the least text after it is the day itself and one character. */
    private static String dayAfter(String line) {
        return line.substring(0, Math.min(10, line.length())) + " ";
    }

    static String line(Anchor a) {
        return a.day() + " seal=" + a.seal() + " rows=" + a.rows() + " digest=" + a.digest() + "\n";
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
