package org.minqing.desk.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minqing.intake.TypedSubmission;
import org.springframework.util.MultiValueMap;

/**
 * A page of a record book, or what was copied out of a group chat, as it was typed.
 *
 * @param book what it stands in: the name of the book, or of the group
 * @param page such as 12
 * @param last number of the last line so far, also of one that was taken down already
 */
record BatchForm(String channel, String book, String page, int last, List<BatchLine> lines) {

    /** So many lines at most are taken down at once. */
    static final int MOST = 100;

    private static final int LEAST = 3;

    static BatchForm of(MultiValueMap<String, String> sent) {
        var lines = IntStream.range(
                        0, Math.min(MOST, sent.getOrDefault("key", List.of()).size()))
                .mapToObj(i -> new BatchLine(
                        key(at(sent, "key", i)),
                        number(at(sent, "line", i), i + 1),
                        at(sent, "description", i),
                        at(sent, "unit", i),
                        at(sent, "address", i),
                        at(sent, "name", i),
                        at(sent, "phone", i),
                        null,
                        Map.of()))
                .toList();
        return new BatchForm(
                first(sent, "channel"),
                first(sent, "book"),
                first(sent, "page"),
                number(first(sent, "last"), 0),
                lines);
    }

    static BatchForm empty(String channel) {
        return new BatchForm(channel, "", "", 0, List.of()).with(LEAST);
    }

    /** For the next page of the same book. */
    BatchForm turned() {
        return new BatchForm(channel, book, "", 0, List.of()).with(LEAST);
    }

    BatchForm lines(List<BatchLine> others) {
        var end = Stream.concat(lines.stream(), others.stream())
                .mapToInt(BatchLine::number)
                .max()
                .orElse(0);
        return new BatchForm(channel, book, page, Math.max(last, end), others);
    }

    /** With so many empty lines more. */
    BatchForm with(int more) {
        var all = new ArrayList<>(lines);
        for (int i = 0; i < more && all.size() < MOST; i++) {
            all.add(line(next(all, last), "", ""));
        }
        return lines(List.copyOf(all));
    }

    /** With each message as a line of its own, behind those that are filled in. */
    BatchForm with(List<ChatLines.Message> messages) {
        var all = new ArrayList<BatchLine>();
        lines.stream().filter(line -> !line.empty()).forEach(all::add);
        messages.stream()
                .limit(Math.max(0, MOST - all.size()))
                .forEach(message -> all.add(line(next(all, last), message.sender(), message.words())));
        return lines(List.copyOf(all));
    }

    private static BatchLine line(int number, String name, String words) {
        return new BatchLine(TypedSubmission.newKey(), number, words, "", "", name, "", null, Map.of());
    }

    private static int next(List<BatchLine> lines, int last) {
        return lines.stream().mapToInt(BatchLine::number).reduce(last, Math::max) + 1;
    }

    private static int number(String sent, int otherwise) {
        return sent.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(sent) : otherwise;
    }

    private static String key(String sent) {
        return sent.matches("[0-9a-f-]{36}") ? sent : TypedSubmission.newKey();
    }

    private static String first(MultiValueMap<String, String> sent, String field) {
        return at(sent, field, 0);
    }

    private static String at(MultiValueMap<String, String> sent, String field, int i) {
        var all = sent.getOrDefault(field, List.of());
        return i < all.size() ? all.get(i) : "";
    }
}
