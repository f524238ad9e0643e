package org.minqing.household.coverage;

import java.util.List;

/**
 * What is counted of some households.
 *
 * @param waiting   with whom nobody was for as long as households.yml says, or ever
 * @param never     those of them with whom nobody was ever
 * @param uncovered whom no party member covers
 * @param unowned   for whom nobody is responsible, neither by name nor by post
 */
public record Figures(long households, long waiting, long never, long uncovered, long unowned) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    /** Of all these units together. */
    public static Figures sum(List<Coverage.Place> places) {
        return places.stream().map(Coverage.Place::figures).reduce(NONE, Figures::plus);
    }

    Figures plus(Figures other) {
        return new Figures(
                households + other.households,
                waiting + other.waiting,
                never + other.never,
                uncovered + other.uncovered,
                unowned + other.unowned);
    }

    /** Of a hundred, with how many somebody was lately; 100 where there are none. */
    public long contacted() {
        return households == 0 ? 100 : (households - waiting) * 100 / households;
    }
}
