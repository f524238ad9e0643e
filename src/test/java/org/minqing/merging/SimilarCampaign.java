package org.minqing.merging;

import org.minqing.proof.bench.Report;

/** How well the same matter is found in other words, by our own measure and by the usual one, on texts that nothing was tuned on. */
public final class SimilarCampaign {

    private final Report report;
    private boolean right = true;

    public SimilarCampaign(Report report) {
        this.report = report;
    }

    /** @return whether ours finds as much as is asked */
    public boolean run() {
        var texts = ToldText.all();
        var ranking = new Ranking(texts);
        var rules = new MergingRules();
        var methods = new Methods(texts, rules);
        var least = rules.least();
        report.line("%d texts; asked with the even matters, which no weight was chosen with", texts.size());
        figures("whole score", ranking.of(methods::whole, true, least), true);
        figures("words alone", ranking.of(methods::words, true, least), false);
        figures("category, place and time alone", ranking.of(methods::withoutWords, true, least), false);
        figures("character trigrams, Jaccard", ranking.of(methods::trigrams, true, least), false);
        report.line("The odd matters, with which the weights were chosen:");
        figures("tuned, whole score", ranking.of(methods::whole, false, least), false);
        figures("tuned, words alone", ranking.of(methods::words, false, least), false);
        return right;
    }

    private void figures(String name, Ranking.Figures seen, boolean judged) {
        figure(name + ", precision at 3", seen.precision(), judged, SimilarTextsTest.PRECISION);
        figure(name + ", mean reciprocal rank", seen.rank(), judged, SimilarTextsTest.RANK);
        report.figure(name + ", nothing found", "texts", "-", seen.none());
        if (judged) {
            report.line("%d shown, %d of them the same matter", seen.shown(), seen.right());
        }
    }

    private void figure(String name, double seen, boolean judged, double least) {
        var fails = judged && seen < least;
        right &= !fails;
        report.figure(
                name, "share", judged ? ">= " + Ranking.two(least) : "-", Ranking.two(seen) + (fails ? " WRONG" : ""));
    }
}
