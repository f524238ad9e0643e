package org.minqing.evaluation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import org.minqing.appeal.Subjects;
import org.springframework.stereotype.Component;

/**
 * The three rates for screens that ask again and again. Where no cut-off is asked for, it is the beginning of this minute, as
 * the answer says: whoever asks within it gets the same figures, counted once. From whom appeals are hidden, for him they are
 * counted without them.
 */
@Component
public class RatesOfTheMinute {

    private record Asked(String locality, Period period, String hidden) {}

    /** A few periods for each locality; more are counted each time. */
    private static final int KEPT = 500;

    private final Rates rates;
    private final PeriodReader periods;
    private final Subjects subjects;
    private final Cache<Asked, RateTable> counted = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    RatesOfTheMinute(Rates rates, PeriodReader periods, Subjects subjects) {
        this.rates = rates;
        this.periods = periods;
        this.subjects = subjects;
    }

    /**
     * @param asked as {@link org.minqing.problem.Parameters} reads them
     * @throws org.minqing.problem.InvalidInput at a parameter that is wrong
     */
    public RateTable asked(String locality, Map<String, String> asked) {
        var period = periods.read(asked);
        return asked.containsKey("cutOff")
                ? rates.of(locality, period)
                : counted.get(
                        new Asked(locality, period.asOfTheMinute(), subjects.hiddenFromReader()),
                        a -> rates.of(a.locality, a.period));
    }
}
