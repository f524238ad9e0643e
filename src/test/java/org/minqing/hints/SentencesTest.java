package org.minqing.hints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minqing.policy.PolicyFile;

/** The words of the shipped {@code hints.yml} on sentences as residents write them. */
class SentencesTest {

    private static final List<Sentence> SENTENCES = Sentence.read("sentences.txt");

    private final HintFile file = new PolicyFile("hints.yml").read(HintFile.class);
    private final HintRules rules = new HintRules(file);

    @Test
    void theShippedFileHasNoFault() {
        assertThat(HintCheck.faults(file)).isEmpty();
    }

    @Test
    void dangerIsHintedAndOrdinaryMattersAreNot() {
        var recall = new Recall(rules, SENTENCES);
        System.out.println("Sentences the words were chosen with:\n" + recall);
        assertThat(recall.of("danger").rate()).as(recall.faults().toString()).isGreaterThanOrEqualTo(0.95);
        assertThat(recall.falseAlarms("danger").rate())
                .as(recall.faults().toString())
                .isLessThanOrEqualTo(0.05);
        for (var kind : recall.kinds()) {
            assertThat(recall.of(kind).rate()).as(kind + recall.faults()).isGreaterThanOrEqualTo(0.85);
            assertThat(recall.falseAlarms(kind).rate())
                    .as(kind + recall.faults())
                    .isLessThanOrEqualTo(0.05);
        }
    }

    /**
     * Written when the words stood, so that nobody could choose words for them. When the words were first asked, they found 108 of
     * 110 dangers, with 2 false alarms of 87; the one that was mended then is among the others. In rare wording (the 191 sentences
     * from "快来人啊我们院子里面烧起来了" on were such) an earlier state of the words found 68 of 109: what is seldom said, words miss.
     * Whoever reads which ones were missed and adds their words moves them to the others and writes new ones.
     */
    @Test
    void sentencesThatTheWordsWereNotChosenWithAreHintedToo() {
        var unseen = Sentence.read("held-out.txt");
        var recall = new Recall(rules, unseen);
        System.out.println("Sentences the words were not chosen with:\n" + recall);
        assertThat(recall.of("danger").rate()).isGreaterThanOrEqualTo(0.95);
        assertThat(recall.falseAlarms("danger").rate()).isLessThanOrEqualTo(0.05);
        var all = new Recall(
                rules, Stream.concat(SENTENCES.stream(), unseen.stream()).toList());
        System.out.println("All sentences:\n" + all);
        assertThat(all.of("danger").rate()).isGreaterThanOrEqualTo(0.95);
        assertThat(all.falseAlarms("danger").rate()).isLessThanOrEqualTo(0.05);
    }

    /** Ordinary matters of a long letter do not make up a danger together. */
    @Test
    void aLongLetterOfOrdinaryMattersHintsAtNoDanger() {
        var plain = SENTENCES.stream()
                .filter(s -> s.labels().contains("plain"))
                .map(Sentence::text)
                .collect(Collectors.toCollection(ArrayList::new));
        var alarms = IntStream.range(0, 100)
                .mapToObj(seed -> {
                    Collections.shuffle(plain, new Random(seed));
                    return rules.in(String.join("，", plain.subList(0, 20))).danger();
                })
                .filter(danger -> !danger.isEmpty())
                .count();
        assertThat(alarms).isLessThanOrEqualTo(5);
    }

    /** A prankster writes down the whole file, and somebody else nothing but one word. */
    @Test
    void noTextOfTwoThousandSignsTakesLong() {
        var words = file.everyWord().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(words, new Random(1));
        var letter = SENTENCES.stream().map(Sentence::text).collect(Collectors.joining("，"));
        assertThat(time(letter.substring(0, 2000))).as("a letter").isLessThan(Duration.ofMillis(50));
        assertThat(time(String.join("", words).substring(0, 2000)))
                .as("the words")
                .isLessThan(Duration.ofMillis(50));
        assertThat(time("没有着火".repeat(500))).as("one word").isLessThan(Duration.ofMillis(50));
        assertThat(time("没有高压线断".repeat(333))).as("a pair").isLessThan(Duration.ofMillis(50));
    }

    private Duration time(String text) {
        var best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            var start = System.nanoTime();
            rules.in(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.println(text.length() + " signs in " + best / 1000 + " µs: " + text.substring(0, 8) + "…");
        return Duration.ofNanos(best);
    }
}
