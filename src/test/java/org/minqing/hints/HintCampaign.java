package org.minqing.hints;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.minqing.policy.PolicyFile;
import org.minqing.proof.bench.Report;

/** How well the shipped words do, on sentences they were not chosen with and on those they were, and how long a long text takes. */
public final class HintCampaign {

    private static final int SIGNS = 2000;
    private static final int TURNS = 200;
    private static final long MILLIS = 50;

    private final HintFile file = new PolicyFile("hints.yml").read(HintFile.class);
    private final HintRules rules = new HintRules(file);
    private final Report report;
    private boolean right = true;

    public HintCampaign(Report report) {
        this.report = report;
    }

    /** @return whether all is as asked */
    public boolean run() {
        recall("held out", "held-out.txt", 95);
        recall("learnt", "sentences.txt", 95);
        var letter = Sentence.read("sentences.txt").stream().map(Sentence::text).collect(Collectors.joining("，"));
        time("a letter", letter);
        var words = file.everyWord().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(words, new Random(1));
        time("the words themselves", String.join("", words));
        time("one word", "没有着火".repeat(SIGNS));
        return right;
    }

    /** The kinds for the reader; asked is the danger as a whole. */
    private void recall(String name, String sentences, int least) {
        var read = Sentence.read(sentences);
        var recall = new Recall(rules, read);
        report.line("%s: %d sentences of %s", name, read.size(), sentences);
        for (var kind : recall.kinds()) {
            var danger = kind.equals("danger");
            figure(name + ", " + kind + ", hinted", danger ? ">= " + least : "-", recall.of(kind), danger, least, 100);
            figure(name + ", " + kind + ", falsely", danger ? "<= 5" : "-", recall.falseAlarms(kind), danger, 0, 5);
        }
        missed(name, recall.faults());
    }

    private void figure(String name, String asked, Recall.Figure seen, boolean judged, int least, int most) {
        var rate = 100 * seen.rate();
        var fails = judged && (rate < least || rate > most);
        right &= !fails;
        report.figure(name, "%", asked, String.format(Locale.ROOT, "%.1f", rate) + (fails ? " WRONG" : ""));
        report.line("%s: %d of %d", name, seen.right(), seen.of());
    }

    private void missed(String name, List<String> faults) {
        faults.forEach(fault -> report.line("%s, %s", name, fault));
    }

    private void time(String what, String text) {
        var signs = text.substring(0, SIGNS);
        var micros = new ArrayList<Long>();
        for (int i = 0; i < TURNS; i++) {
            var begun = System.nanoTime();
            rules.in(signs);
            micros.add((System.nanoTime() - begun) / 1000);
        }
        Collections.sort(micros);
        report.line("%d characters of %s, fastest: %d µs", SIGNS, what, micros.get(0));
        right &=
                report.atMost(SIGNS + " characters of " + what + ", p50", "ms", MILLIS, micros.get(TURNS / 2) / 1000.0);
    }
}
