package org.minqing.proof.day;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What may happen next, and how often of all that happens. A further kind of act is one class or method, and its line here. */
final class Moves {

    private Moves() {}

    /**
     * @param filed  how many appeals are filed that day
     * @param places codes of units where they may be
     */
    static List<Move> of(int filed, List<String> places) {
        return Stream.of(
                        often(18, new Filing(filed, places)),
                        often(44, new Working()),
                        often(12, new Working("supervisor", "leader", "dispatcher", "caller")),
                        often(8, Passing::draw),
                        often(7, Residents::rate),
                        often(3, Residents::answerForContact),
                        often(3, Residents::answerQuestion),
                        often(1, Residents::withdraw),
                        often(4, Residents::askReview),
                        often(2, Desk::ask),
                        often(2, Desk::remind),
                        often(2, Desk::supervise),
                        often(1, Desk::reassign),
                        often(2, Desk::correct),
                        often(4, Claims::draw),
                        often(1, Desk::merge),
                        often(2, Splits::split),
                        often(1, Splits::takeOut))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Move> often(int times, Move move) {
        return Collections.nCopies(times, move);
    }
}
