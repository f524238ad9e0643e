package org.minqing.people.list;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.people.Account;
import org.minqing.people.Handback;

/** What a list would do, and to whom; nothing of it is done. */
public record DryRun(List<Line> lines, List<Planned> people) {

    private static final List<Verdict> ORDER = List.of(Verdict.WRONG, Verdict.CHANGED, Verdict.NEW, Verdict.UNCHANGED);

    /**
     * @param number of the row in the sheet
     * @param note   what is wrong with it, or what else follows
     */
    public record Line(
            int number,
            String name,
            String user,
            String locality,
            String unit,
            String post,
            Verdict verdict,
            String note) {}

    /**
     * @param before   null for a new account
     * @param handback what follows from posts that are lost; null for a new account
     */
    record Planned(String user, String name, List<String> posts, Verdict verdict, Account before, Handback handback) {}

    public long count(Verdict verdict) {
        return verdict == Verdict.WRONG
                ? lines.stream().filter(line -> line.verdict() == verdict).count()
                : people.stream().filter(person -> person.verdict() == verdict).count();
    }

    /** The rows to look at first: those that are wrong, then changes, then who is new. */
    public List<Line> linesInOrder() {
        return lines.stream()
                .sorted(Comparator.comparingInt(line -> ORDER.indexOf(line.verdict())))
                .toList();
    }

    /** Whether it can be done as it stands: whole or not at all. */
    public boolean ready() {
        return count(Verdict.WRONG) == 0 && count(Verdict.NEW) + count(Verdict.CHANGED) > 0;
    }

    /** Changes when it would do something else than what was shown. */
    public String digest() {
        var facts = new StringBuilder();
        for (var person : people) {
            facts.append(person.verdict()).append('\t').append(person.user()).append('\t');
            facts.append(person.name()).append('\t').append(person.posts()).append('\t');
            if (person.before() != null) {
                facts.append(person.before().name())
                        .append('\t')
                        .append(person.before().groups())
                        .append('\t')
                        .append(person.handback().digest());
            }
            facts.append('\n');
        }
        return DigestUtils.sha256Hex(facts.toString().getBytes(StandardCharsets.UTF_8));
    }
}
