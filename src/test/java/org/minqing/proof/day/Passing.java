package org.minqing.proof.day;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import org.minqing.support.Api;

/** Time passes: mostly minutes, now and then a night. */
final class Passing {

    private static final List<String> SPANS = List.of(
            "PT3M", "PT3M", "PT3M", "PT10M", "PT10M", "PT10M", "PT40M", "PT40M", "PT2H", "PT2H", "PT5H", "PT13H",
            "P2D");

    private Passing() {}

    static Optional<Act> draw(Town town) {
        var span = town.pick(SPANS);
        return Optional.of(Act.sure("time passes", span, "", () -> {
            town.pass(span);
            return new Api.Answer(200, MissingNode.getInstance(), null);
        }));
    }
}
