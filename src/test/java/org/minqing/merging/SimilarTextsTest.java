package org.minqing.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A hundred matters, each told by four residents: whoever tells of one is shown the others. */
class SimilarTextsTest {

    /** Below what was seen, so that another wording of the file does not fail by itself. */
    static final double PRECISION = 0.55;

    static final double RANK = 0.80;

    private final List<ToldText> texts = ToldText.all();
    private final Ranking ranking = new Ranking(texts);
    private final MergingRules rules = new MergingRules();
    private final Methods methods = new Methods(texts, rules);

    @Test
    void theFileHasAHundredMattersOfFourTellingsInFiveLocalities() {
        assertThat(texts).hasSize(400);
        assertThat(texts.stream().collect(Collectors.groupingBy(ToldText::matter, Collectors.counting())))
                .hasSize(100)
                .allSatisfy((matter, tellings) -> assertThat(tellings).isEqualTo(4));
        assertThat(texts.stream().map(ToldText::locality).distinct()).hasSize(5);
        assertThat(texts.stream().map(ToldText::text).distinct()).hasSize(400);
    }

    @Test
    void theSameMatterStandsAmongTheFirstHoweverItIsTold() {
        var seen = ranking.of(methods::whole, true, rules.least());
        assertThat(seen.precision()).as(seen.toString()).isGreaterThanOrEqualTo(PRECISION);
        assertThat(seen.rank()).as(seen.toString()).isGreaterThanOrEqualTo(RANK);
    }

    /** Else the words would not be worth their table, nor would place and category be worth their weights. */
    @Test
    void wordsAndPlaceTogetherFindMoreThanEither() {
        var whole = ranking.of(methods::whole, true, 0);
        assertThat(whole.rank())
                .isGreaterThan(ranking.of(methods::words, true, 0).rank())
                .isGreaterThan(ranking.of(methods::withoutWords, true, 0).rank());
    }

    @Test
    void signsAndPairsFindWhatTrigramsMiss() {
        assertThat(ranking.of(methods::words, true, 0).rank())
                .isGreaterThan(2 * ranking.of(methods::trigrams, true, 0).rank());
    }
}
